package no.torg.cases.work.views;

import java.time.Instant;
import java.util.List;
import no.torg.cases.views.Why;
import no.torg.web.views.Attachment;
import no.torg.web.views.Choice;
import no.torg.web.views.Due;
import org.jspecify.annotations.Nullable;

/**
 * What a case is, beside what is said in it. Each choice is a change of its own, compared with what was seen.
 *
 * @param mayWork whether the viewer may change anything; if not, all is shown and nothing can be chosen
 * @param mayTake whether the viewer may take the case and has not
 * @param mayBegin whether nobody has begun on it
 * @param priorityReason why the priority was set by hand; null when it follows from impact and urgency
 * @param seen code of the state that is shown, which a change of it is compared with
 * @param closing why the case may be closed; null when it may not be
 * @param waiting what the case waits for; null when it does not wait
 * @param due when the team must have answered; null when nothing is promised
 */
public record Properties(boolean mayWork, boolean mayTake, boolean mayBegin, boolean mayResolve, boolean mayReopen, String seen, Choice handler, Choice team, Choice impact,
                         Choice urgency, int priority, @Nullable String priorityReason, @Nullable Choice closing, @Nullable Wait waiting, @Nullable Clock due, Requester requester, List<Attachment> files) {
    /** What a case waits for, in words. */
    public record Wait(String text, Instant since) {}

    /**
     * The clock that runs.
     *
     * @param used how much of the time is used, 0–100
     * @param usedText "Brukt 5 t 16 min av 7 arbeidstimer"
     * @param promised "Lovet til Ingrid: senest tirsdag 24. november"; null when nothing was
     */
    public record Clock(String name, Due due, int used, String usedText, @Nullable String promised, @Nullable Why why) {}

    /**
     * Who asks.
     *
     * @param note affiliation and unit
     * @param others other cases of theirs that the viewer may see, newest first
     */
    public record Requester(String name, String initials, String note, @Nullable String mail, @Nullable String phone, List<OtherCase> others) {}

    /** Another case of the requester's. */
    public record OtherCase(String number, String title, boolean open) {}
}
