package no.torg.web.views;

import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, said plainly.
 *
 * @param reference the number under which the fault is logged; null where none is
 */
public record ErrorPage(Frame frame, int status, String title, String text, @Nullable String reference) {}
