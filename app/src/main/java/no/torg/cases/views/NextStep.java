package no.torg.cases.views;

import org.jspecify.annotations.Nullable;

/**
 * What happens next with a case.
 *
 * @param promise by when, as a sentence that stands out; null when nothing is promised
 */
public record NextStep(String icon, String text, @Nullable String promise) {}
