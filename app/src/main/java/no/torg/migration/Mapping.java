package no.torg.migration;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the columns of an event log mean; see docs/import.md.
 *
 * @param scheme   names the source: its numbers are unique in it, and a record is the same if its key is
 * @param titles   the case's title by language, with columns in braces
 * @param people   mails of persons that names of the source stand for
 * @param fields   columns kept on the case by the name they are shown under
 */
record Mapping(String scheme, Source source, Shape shape, Dates dates, Marks marks, CaseColumns columns, Map<String, String> titles, Values state,
        Values priority, Values impact, Values urgency, Values channel, Team team, Map<String, String> people, Map<String, String> fields, List<Counter> counters) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    /** The service that the cases are of, its kind, and its name where it has to be made. */
    record Source(String key, String kind, Map<String, String> names) {
    }

    /** How the file is written. */
    record Shape(char separator, Charset encoding, Set<String> missing) {
    }

    /** How times are written; the zone is that of times which do not say. */
    record Dates(List<String> formats, ZoneId zone) {
    }

    /** The columns that say which case a record is of, which record it is, how those of a case are sorted, when it was and who did it. */
    record Marks(String caseNumber, List<String> key, List<String> order, String at, @Nullable String by) {
    }

    /** Columns of the case's own times and people. */
    record CaseColumns(@Nullable String opened, @Nullable String resolved, @Nullable String closed, @Nullable String requester, @Nullable String handler) {
    }

    /** A column whose values are translated; {@code others} stands for what is missing or not named. */
    record Values(@Nullable String column, Map<String, String> values, String others) {
    }

    /** The column of the team, teams of the source by another name here, the name of the team that holds what has none, and the unit. */
    record Team(@Nullable String column, Map<String, String> values, String none, @Nullable String unit) {
    }

    /** A number that the source kept: digits, or the words for yes (1) and no (0). */
    record Counter(String name, String column, @Nullable String mean, Map<String, Integer> words) {
    }

    /** Every column that is named. */
    Set<String> used() {
        var used = new LinkedHashSet<String>();
        Stream.of(Stream.of(marks.caseNumber(), marks.at(), marks.by(), columns.opened(), columns.resolved(), columns.closed(), columns.requester(), columns.handler(),
                        state.column(), priority.column(), impact.column(), urgency.column(), channel.column(), team.column()), marks.key().stream(), marks.order().stream(),
                fields.values().stream(), counters.stream().map(Counter::column), titles.values().stream().flatMap(title -> COLUMN.matcher(title).results().map(found -> found.group(1))))
                .flatMap(columns -> columns).filter(column -> column != null).forEach(used::add);
        return used;
    }
}
