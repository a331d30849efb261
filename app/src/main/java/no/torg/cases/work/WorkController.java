package no.torg.cases.work;

import java.util.UUID;

import no.torg.cases.work.WorkPlace.Kind;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of work. */
@Controller
class WorkController {

    private final WorkPages pages;

    WorkController(WorkPages pages) {
        this.pages = pages;
    }

    @GetMapping("/work")
    Page mine(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.MINE, null, filter, count);
    }

    @GetMapping("/work/teams")
    Page teams(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.TEAMS, null, filter, count);
    }

    @GetMapping("/work/unassigned")
    Page unassigned(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.UNASSIGNED, null, filter, count);
    }

    @GetMapping("/work/overdue")
    Page overdue(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.OVERDUE, null, filter, count);
    }

    @GetMapping("/work/owned")
    Page owned(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.OWNED, null, filter, count);
    }

    @GetMapping("/work/all")
    Page all(Actor actor, Frame frame, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.ALL, null, filter, count);
    }

    @GetMapping("/work/teams/{team}")
    Page team(Actor actor, Frame frame, @PathVariable UUID team, CaseFilter filter, @RequestParam(required = false) @Nullable String count) {
        return list(actor, frame, Kind.TEAM, team, filter.anyTeam(), count);
    }

    /** Goes to the case where a whole number was typed, else shows what is found in all that one works with, whatever their state. */
    @GetMapping("/work/search")
    Page search(Actor actor, Frame frame, @RequestParam(defaultValue = "") String q) {
        var typed = q.strip();
        return typed.matches("\\d{4}-\\d{6,}") ? Page.redirect("/work/cases/" + typed) : list(actor, frame, Kind.ALL, null, CaseFilter.all(typed), null);
    }

    private Page list(Actor actor, Frame frame, Kind kind, @Nullable UUID team, CaseFilter filter, @Nullable String count) {
        return Page.of("cases/work/list", pages.page(actor, frame, new WorkPlace(kind, team), filter.stripped(), "exact".equals(count)));
    }
}
