package no.torg.catalog;

import java.time.Instant;
import java.util.Map;
import no.torg.forms.Asking;
import no.torg.forms.Located;
import org.jspecify.annotations.Nullable;

/** A test that travels with a service: given answers, who asks and when, and what must come of it. */
record ServiceTest(String file, int line, String name, Asking.Person person, Instant now, Map<String, @Nullable Object> answers, Located expect) {}
