package no.torg.cases.work.views;

import no.torg.web.views.Due;
import no.torg.web.views.State;
import org.jspecify.annotations.Nullable;

/**
 * A case in a work list.
 *
 * @param priority 1 (critical) to 5
 * @param by who wrote the last message; null without one
 * @param internal whether the last message is an internal note
 * @param handler null while nobody has it
 */
public record WorkRow(String number, int priority, String title, @Nullable String by, @Nullable String snippet, boolean internal, String requester,
                      String team, @Nullable String handler, State state, Due due, boolean unread) {}
