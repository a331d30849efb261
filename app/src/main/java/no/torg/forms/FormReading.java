package no.torg.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a form: the form, or everything that is wrong with it. */
public record FormReading(@Nullable Form form, List<Problem> problems) {}
