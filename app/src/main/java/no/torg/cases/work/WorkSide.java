package no.torg.cases.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import no.torg.cases.work.WorkCounts.Counts;
import no.torg.cases.work.WorkCounts.TeamCount;
import no.torg.cases.work.WorkPlace.Kind;
import no.torg.people.Actor;
import no.torg.web.Words;
import no.torg.web.views.SideGroup;
import no.torg.web.views.SideLink;
import org.jspecify.annotations.Nullable;

/** What stands in the side of the work pages: the lists with their counts. */
final class WorkSide {

    private WorkSide() {
    }

    static List<SideGroup> of(Actor actor, Words words, Counts counts, @Nullable WorkPlace here) {
        var teams = counts.teams();
        var own = WorkCounts.teams(actor);
        long open = teams.stream().filter(team -> own.contains(team.id())).mapToLong(TeamCount::open).sum();
        long unassigned = teams.stream().filter(team -> own.contains(team.id())).mapToLong(TeamCount::unassigned).sum();
        var mine = new ArrayList<SideLink>();
        mine.add(link(words, Kind.MINE, "Inbox", some(words, counts.mine()), false, here));
        if (!teams.isEmpty()) {
            mine.add(link(words, Kind.TEAMS, "PersonHeadset", exact(words, open), false, here));
            mine.add(link(words, Kind.UNASSIGNED, "InboxDown", exact(words, unassigned), false, here));
            mine.add(link(words, Kind.OVERDUE, "Hourglass", some(words, counts.overdue()), counts.overdue() > 0, here));
        }
        if (counts.owned() != null) {
            mine.add(link(words, Kind.OWNED, "Books", some(words, counts.owned()), false, here));
        }
        var queues = teams.stream().map(team -> new SideLink(team.name(), "/work/teams/" + team.id(), "PersonHeadset", exact(words, team.open()), false,
                here != null && team.id().equals(here.team()))).toList();
        return queues.isEmpty() ? List.of(new SideGroup(words.say("cases.side.mine"), mine))
                : List.of(new SideGroup(words.say("cases.side.mine"), mine), new SideGroup(words.say("cases.side.teams"), queues));
    }

    /** What a list is called. */
    static String title(Words words, Counts counts, WorkPlace place) {
        return place.kind() != Kind.TEAM ? words.say("cases.side." + place.kind().name().toLowerCase(Locale.ROOT))
                : counts.teams().stream().filter(team -> team.id().equals(place.team())).map(TeamCount::name).findFirst().orElse("");
    }

    /** A number counted so far and no further. */
    static String some(Words words, long count) {
        return count > WorkCounts.MOST ? words.say("cases.side.more", words.number(WorkCounts.MOST)) : words.number(count);
    }

    private static @Nullable String exact(Words words, long count) {
        return count == 0 ? null : words.number(count);
    }

    private static SideLink link(Words words, Kind kind, String icon, @Nullable String count, boolean urgent, @Nullable WorkPlace here) {
        var place = new WorkPlace(kind, null);
        return new SideLink(words.say("cases.side." + kind.name().toLowerCase(Locale.ROOT)), place.path(), icon, "0".equals(count) ? null : count, urgent,
                place.equals(here));
    }
}
