package no.torg.portal.views;

import java.util.List;
import no.torg.search.Span;
import org.jspecify.annotations.Nullable;

/** Something found. The side says how long it usually takes, or the case's number. */
public record Hit(String href, String icon, List<Span> title, List<Span> note, @Nullable String side) {}
