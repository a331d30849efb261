package no.torg.cases.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import no.torg.cases.work.CaseSheet.Part;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has been done with a case, over the API. */
@RestController
class HistoryApi {

    private final CaseSheets sheets;
    private final CaseHistory history;

    HistoryApi(CaseSheets sheets, CaseHistory history) {
        this.sheets = sheets;
        this.history = history;
    }

    /** Changes, the newest first; {@code before} asks for those before them, null when there are none. */
    public record History(List<Change> changes, @Nullable String before) {
    }

    /**
     * A change.
     *
     * @param type what happened, as cases.assigned
     * @param who  by whom; null where nobody did it, or a requester is not told
     * @param noun what was changed: handler, team, state, priority; null when nothing went from one to another
     * @param from what it was: an id, or a code; null for nothing
     */
    @Schema(name = "HistoryChange")
    public record Change(UUID id, Instant at, String type, @Nullable String who, boolean internal, @Nullable String noun, @Nullable String from,
            @Nullable String to, @Nullable String fromName, @Nullable String toName) {
    }

    /** The last 100 changes that the caller may know of, or the 100 before {@code before}. */
    @GetMapping("/api/cases/{number}/history")
    @Scope("cases:read")
    History history(Actor actor, Words words, @PathVariable String number, @RequestParam(required = false) @Nullable String before) {
        var sheet = sheets.read(actor, words.language(), number, Part.HISTORY, null, CaseHistory.before(before));
        var changes = history.told(actor, sheet).stream().map(told -> new Change(told.id(), told.at(), told.type(), told.actor(), told.internal(), told.noun(),
                told.from(), told.to(), told.fromName(), told.toName())).toList();
        return new History(changes, CaseHistory.next(sheet));
    }
}
