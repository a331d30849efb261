package no.torg.cases.work;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.work.WorkCounts.Counts;
import no.torg.cases.work.WorkCounts.TeamCount;
import no.torg.cases.work.WorkQuery.Among;
import no.torg.people.Actor;
import org.jspecify.annotations.Nullable;

/** The lists beside which one works: one's own cases, those of one's teams, what nobody has, what is late, each team's queue, the services one
 * owns, and everything one works with. */
record WorkPlace(Kind kind, @Nullable UUID team) {

    enum Kind { MINE, TEAMS, UNASSIGNED, OVERDUE, TEAM, OWNED, ALL }

    /** Where the list is found. */
    String path() {
        return switch (kind) {
            case MINE -> "/work";
            case TEAMS -> "/work/teams";
            case UNASSIGNED -> "/work/unassigned";
            case OVERDUE -> "/work/overdue";
            case TEAM -> "/work/teams/" + team;
            case OWNED -> "/work/owned";
            case ALL -> "/work/all";
        };
    }

    /** The list at a path, as the search among all; null where there is none. */
    static @Nullable WorkPlace at(String path) {
        var team = path.startsWith("/work/teams/") ? id(path.substring("/work/teams/".length())) : null;
        if (team != null) {
            return new WorkPlace(Kind.TEAM, team);
        }
        return path.equals("/work/search") ? new WorkPlace(Kind.ALL, null) : Arrays.stream(Kind.values()).filter(kind -> kind != Kind.TEAM)
                .map(kind -> new WorkPlace(kind, null)).filter(place -> place.path().equals(path)).findFirst().orElse(null);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** How many open cases the place has, where the side says so: exactly by the teams' counters, else counted to {@link WorkCounts#MOST} and one more. */
    @Nullable Long counted(Actor actor, Counts counts) {
        var own = WorkCounts.teams(actor);
        return switch (kind) {
            case MINE -> Long.valueOf(counts.mine());
            case OVERDUE -> Long.valueOf(counts.overdue());
            case OWNED -> counts.owned() == null ? null : Long.valueOf(counts.owned());
            case TEAMS -> counts.teams().stream().filter(known -> own.contains(known.id())).mapToLong(TeamCount::open).sum();
            case UNASSIGNED -> counts.teams().stream().filter(known -> own.contains(known.id())).mapToLong(TeamCount::unassigned).sum();
            case TEAM -> counts.teams().stream().filter(known -> known.id().equals(team)).mapToLong(TeamCount::open).sum();
            case ALL -> null;
        };
    }

    /** Whether that count goes no further than {@link WorkCounts#MOST}. */
    boolean countedSoFar() {
        return kind != Kind.TEAMS && kind != Kind.UNASSIGNED && kind != Kind.TEAM;
    }

    /** The query as the place narrows it; a team the actor does not cover leaves nothing. */
    WorkQuery narrow(Actor actor, WorkQuery query) {
        var teams = query.teams() != null ? query.teams() : switch (kind) {
            case MINE, OWNED, ALL -> null;
            case TEAM -> Set.of(team);
            default -> WorkCounts.teams(actor);
        };
        var handler = kind == Kind.MINE ? actor.id() : query.handler();
        return new WorkQuery(Among.WORKED, query.standing(), teams, handler, query.unassigned() || kind == Kind.UNASSIGNED, query.overdue() || kind == Kind.OVERDUE,
                query.priority(), query.service(), query.number(), query.found(), kind == Kind.OWNED, query.sort(), query.cursor(), query.limit());
    }
}
