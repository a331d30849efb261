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
        var mine = new ArrayList<SideLink>();
        mine.add(link(actor, words, counts, Kind.MINE, "Inbox", here));
        if (!teams.isEmpty()) {
            mine.add(link(actor, words, counts, Kind.TEAMS, "PersonHeadset", here));
            mine.add(link(actor, words, counts, Kind.UNASSIGNED, "InboxDown", here));
            mine.add(link(actor, words, counts, Kind.OVERDUE, "Hourglass", here));
        }
        if (counts.owned() != null) {
            mine.add(link(actor, words, counts, Kind.OWNED, "Books", here));
        }
        var queues = teams.stream().map(team -> new SideLink(team.name(), "/work/teams/" + team.id(), "PersonHeadset", team.open() == 0 ? null : words.number(team.open()), false,
                here != null && team.id().equals(here.team()))).toList();
        return queues.isEmpty() ? List.of(new SideGroup(words.say("cases.side.mine"), mine))
                : List.of(new SideGroup(words.say("cases.side.mine"), mine), new SideGroup(words.say("cases.side.teams"), queues));
    }

    /** What a list is called. */
    static String title(Words words, Counts counts, WorkPlace place) {
        return place.kind() != Kind.TEAM ? words.say("cases.side." + place.kind().name().toLowerCase(Locale.ROOT))
                : counts.teams().stream().filter(team -> team.id().equals(place.team())).map(TeamCount::name).findFirst().orElse("");
    }

    /** How many, in words; what is counted so far and no further says so. */
    static String said(Words words, WorkPlace place, long count) {
        return place.countedSoFar() ? some(words, count, WorkCounts.MOST) : words.number(count);
    }

    /** A number counted so far and no further. */
    static String some(Words words, long count, int most) {
        return count > most ? words.say("cases.side.more", words.number(most)) : words.number(count);
    }

    private static SideLink link(Actor actor, Words words, Counts counts, Kind kind, String icon, @Nullable WorkPlace here) {
        var place = new WorkPlace(kind, null);
        var count = place.counted(actor, counts);
        return new SideLink(words.say("cases.side." + kind.name().toLowerCase(Locale.ROOT)), place.path(), icon, count == null || count == 0 ? null : said(words, place, count),
                kind == Kind.OVERDUE && count != null && count > 0, place.equals(here));
    }
}
