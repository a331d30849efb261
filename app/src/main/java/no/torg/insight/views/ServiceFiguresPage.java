package no.torg.insight.views;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.torg.insight.views.Filters.Note;
import no.torg.web.Frame;
import no.torg.web.views.Choice;
import no.torg.web.views.SideGroup;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;

/**
 * A service's own figures.
 *
 * @param path the page's own address, which period and team are added to
 * @param periods the spans to choose between, one of them current
 * @param note what is to be known of the period; null where nothing is
 * @param teams the team to look at, or all
 * @param period the chosen period's name; of a custom one from and to are the days
 * @param ages the open cases by how old they are
 * @param byTeam times in working time, by team
 */
public record ServiceFiguresPage(Frame frame, List<SideGroup> side, String service, String slug, String path, Instant updatedAt, List<Tab> periods, @Nullable Note note, Choice teams,
                                 String period, LocalDate from, LocalDate to, Files totals,
                                 List<KeyFigure> keyFigures, Lines lines, List<Age> ages, Files agesFiles, List<TeamTimes> byTeam, Files timesFiles) {
    /** A number worth knowing at once, with where its cases are; null where none hang on it. */
    public record KeyFigure(String name, String value, String note, @Nullable String href) {}

    /** How many open cases are this old. */
    public record Age(String label, long count, int share, String href) {}

    /** How long a team's cases took, in working time, with where those are that took longest. A duration is null when none is finished. */
    public record TeamTimes(String team, long count, @Nullable Duration replyHalf, @Nullable Duration replyNine, @Nullable Duration resolvedHalf,
                            @Nullable Duration resolvedNine, String href, String replies, String endings) {}
}
