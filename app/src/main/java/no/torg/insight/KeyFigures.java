package no.torg.insight;

import java.time.LocalDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What all cases come to since the beginning, by names and definitions that are the same everywhere.
 *
 * @param definitions how each is counted
 * @param stateEvents how many changes left a case in each state, by the source's word for it where it was imported
 * @param source      what other systems counted themselves, by the last word of each case; never mixed with the rest
 */
public record KeyFigures(String definitions, String zone, long events, long incidents, @JsonProperty("state_events") Map<String, Long> stateEvents,
        @JsonProperty("priority_last") Map<String, Long> priorityLast, @JsonProperty("channel_last") Map<String, Long> channelLast, long teams,
        @JsonProperty("team_last_top5") Map<String, Long> teamLastTop5, @JsonProperty("events_without_assignee") long eventsWithoutAssignee,
        @JsonProperty("handed_over") HandedOver handedOver, @JsonProperty("reopened_from_events") long reopenedFromEvents, Ends resolved, Ends closed,
        @JsonProperty("opened_per_month") Map<String, Long> openedPerMonth, @JsonProperty("opened_weekday_hour_peak") @Nullable Peak openedWeekdayHourPeak,
        @JsonProperty("first_opened") @Nullable LocalDateTime firstOpened, @JsonProperty("last_opened") @Nullable LocalDateTime lastOpened, Map<String, Number> source) {

    /** How the figures are counted. */
    static final String DEFINITIONS = """
            An event is one change of a case; of an imported case one record of its source, also one that changed nothing. Labels are the source's words, \
            and Torg's codes for what was done here. "last" is what cases have now. teams: how many teams had a case at any event. handed_over: cases that went \
            from one team to another, how many steps that were, and cases that came back to a team that had had them; an event without a team is no step. \
            reopened_from_events: cases that were worked on again after they were resolved or closed. resolved, closed: hours on the clock from opening to the \
            end that a case has, exact; the median of an even count is the mean of the middle two, p90 the nearest-rank value. Months, weekdays (1 is Monday) \
            and hours are of the zone. source: counters that a source kept itself, by its last record of a case.""";

    /** How many cases went from a team to another, how often, and how many came back to a team that had had them. */
    public record HandedOver(long incidents, @JsonProperty("hand_overs") long handOvers, @JsonProperty("returned_to_an_earlier_team") long returned) {
    }

    /** How long it took from opening, in hours, of the cases that have this end; null where there are none. */
    public record Ends(long count, @JsonProperty("hours_mean") @Nullable Double mean, @JsonProperty("hours_median") @Nullable Double median,
            @JsonProperty("hours_p90") @Nullable Double ninetieth) {
    }

    /** The hour of the week that most cases are opened in. */
    public record Peak(int weekday, int hour, long count) {
    }
}
