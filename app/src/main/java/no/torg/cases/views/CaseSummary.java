package no.torg.cases.views;

import no.torg.web.views.State;
import org.jspecify.annotations.Nullable;

/**
 * A case as its requester sees it in a list.
 *
 * @param why why the promised date is what it is; null when nothing is promised
 */
public record CaseSummary(String number, String title, State state, NextStep next, @Nullable String why) {}
