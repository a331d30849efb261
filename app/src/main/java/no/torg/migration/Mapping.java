package no.torg.migration;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the columns of an event log mean; see docs/import.md.
 *
 * @param scheme   names the source: its numbers are unique in it, and a record is the same if its key is
 * @param titles   the case's title by language, with columns in braces
 * @param people   mails of persons that names of the source stand for
 * @param fields   columns kept on the case by the name they are shown under
 * @param carried  the parts, of {@link #CARRIED}, that a record which has no value for them leaves as the one before left them
 */
record Mapping(String scheme, Source source, Shape shape, Dates dates, Marks marks, CaseColumns columns, Map<String, String> titles, Values state,
        Values priority, Values impact, Values urgency, Values channel, Team team, Map<String, String> people, Map<String, String> fields, List<Counter> counters, Set<String> carried) {

    /** What can be carried from one record to the next. */
    static final List<String> CARRIED = List.of("state", "priority", "impact", "urgency", "channel", "team", "handler", "requester", "resolved", "closed", "title", "fields");


    /** The service that the cases are of, its kind, and its name where it has to be made. */
    record Source(String key, String kind, Map<String, String> names) {
    }

    /** How the file is written. */
    record Shape(char separator, Charset encoding, Set<String> missing) {
    }

    /** How times are written, months and days in which language; the zone is that of times which do not say. */
    record Dates(List<String> formats, ZoneId zone, Locale language) {
    }

    /**
     * The columns that say which case a record is of, which record it is, how those of a case are sorted – by their times where none does –, when it was and who did it.
     *
     * @param alike whether records with the same key are events of their own, told apart by their place among their like, and not the same one again
     */
    record Marks(String caseNumber, List<String> key, List<String> order, Columns at, Columns by, boolean alike) {
    }

    /** Columns of the case's own times and people. */
    record CaseColumns(Columns opened, Columns resolved, Columns closed, Columns requester, Columns handler) {
    }

    /**
     * A column whose values are translated.
     *
     * @param others stands for what is missing or not named
     * @param first  stands for what is left as it was where nothing was before
     */
    record Values(Columns column, Map<String, String> values, String others, String first) {
    }

    /** The column of the team, teams of the source by another name here, the name of the team that holds what has none, and the unit. */
    record Team(Columns column, Map<String, String> values, String none, @Nullable String unit) {
    }

    /** A number that the source kept: digits, or the words for yes (1) and no (0). */
    record Counter(String name, String column, @Nullable String mean, Map<String, Integer> words) {
    }

    /** Every column that is named. */
    Set<String> used() {
        var used = new LinkedHashSet<String>();
        Stream.of(Stream.of(marks.caseNumber()), marks.key().stream(), marks.order().stream(),
                Stream.of(marks.at(), marks.by(), columns.opened(), columns.resolved(), columns.closed(), columns.requester(), columns.handler(), state.column(),
                        priority.column(), impact.column(), urgency.column(), channel.column(), team.column()).flatMap(Columns::all),
                fields.values().stream(), counters.stream().map(Counter::column), titles.values().stream().flatMap(Titles::columns))
                .flatMap(columns -> columns).forEach(used::add);
        return used;
    }
}
