package no.torg.cases.work;

import static no.torg.cases.work.Asked.path;
import static no.torg.cases.work.Asked.put;
import static no.torg.cases.work.ToldCases.instant;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.calendars.Calendars;
import no.torg.calendars.Hours;
import no.torg.calendars.WorkingCalendar;
import no.torg.cases.CaseState;
import no.torg.cases.CaseWork;
import no.torg.cases.Dialogue;
import no.torg.cases.Waits;
import no.torg.conversations.Audience;
import no.torg.people.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Waiting moves what is due by the working time waited, in a week of March that is told: opened Monday at 09:00, first reply within six hours, done within two days. */
@TorgTest
@Import({Asked.class, ToldCases.class})
class WaitsTest {

    private static final Actor SYSTEM = Actor.system("test");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final String OPENED = "2026-03-09T09:00+01:00";

    @Autowired
    private World world;
    @Autowired
    private Asked asked;
    @Autowired
    private ToldCases told;
    @Autowired
    private CaseWork work;
    @Autowired
    private Waits waits;
    @Autowired
    private Dialogue dialogue;
    @Autowired
    private Calendars calendars;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "inside a week       | 2026-03-10T10:00+01:00    | 2026-03-12T11:30+01:00    | 2026-03-12T08:30+01:00    | 2026-03-13T10:30+01:00",
            "a night             | 2026-03-09T17:00+01:00    | 2026-03-10T07:00+01:00    | 2026-03-09T15:00+01:00    | 2026-03-11T09:00+01:00",
            "a weekend           | 2026-03-13T15:00+01:00    | 2026-03-16T09:00+01:00    | 2026-03-10T09:00+01:00    | 2026-03-11T11:00+01:00",
            "to the second       | 2026-03-09T10:00:00+01:00 | 2026-03-09T10:00:37+01:00 | 2026-03-09T15:00:37+01:00 | 2026-03-11T09:00:37+01:00",
            "Easter and a change | 2026-03-27T15:30+01:00    | 2026-04-07T08:30+02:00    | 2026-03-12T16:00+01:00    | 2026-03-16T10:00+01:00"})
    void waiting_moves_what_is_due_and_promised_by_exactly_the_working_time_waited(String wait, String from, String to, String firstReply, String done) {
        var number = told.opened(OPENED);
        assertDue(number, "2026-03-09T15:00+01:00", "2026-03-11T09:00+01:00");
        told.at(from, () -> waits.begin(told.worker(), number, CaseState.NEW, "third-party", null, "Leverandøren"));
        assertThat(time(number, "due_at")).as("nothing is due while it waits").isEqualTo(NEVER);
        told.at(to, () -> waits.end(told.worker(), number, CaseState.WAITING));
        assertDue(number, firstReply, done);
        assertThat(time(number, "due_at")).isEqualTo(instant(firstReply));
        told.close(number);
    }

    @Test
    void the_working_time_is_that_of_the_teams_own_calendar() {
        var days = Stream.of(DayOfWeek.values()).limit(5).collect(Collectors.toMap(Function.identity(), day -> List.of(Hours.of("10:00", "14:00"))));
        world.at("fjordvik:", () -> {
            calendars.bind(SYSTEM, world.team("av"), calendars.add(SYSTEM, "Kort dag", new WorkingCalendar(ZoneId.of("Europe/Oslo"), days, Map.of(), true)));
            return null;
        });
        try {
            var number = told.opened(OPENED);
            told.at("2026-03-09T09:30+01:00", () -> work.hand(SYSTEM, number, world.team("av")));
            told.at("2026-03-10T09:00+01:00", () -> waits.begin(SYSTEM, number, CaseState.NEW, "requester", null, null));
            told.at("2026-03-12T11:30+01:00", () -> waits.end(SYSTEM, number, CaseState.WAITING));
            assertDue(number, "2026-03-12T11:30+01:00", "2026-03-13T11:30+01:00");
            told.close(number);
        } finally {
            world.at("fjordvik:", () -> {
                calendars.unbind(SYSTEM, world.team("av"));
                return null;
            });
        }
    }

    @Test
    void a_first_reply_that_was_given_is_no_longer_due_and_moves_no_more() {
        var number = told.opened(OPENED);
        told.at("2026-03-09T11:00+01:00", () -> dialogue.post(told.worker(), number, Audience.PUBLIC, "Vi ser på det", List.of(), "portal", Dialogue.Then.NOTHING));
        told.at("2026-03-10T10:00+01:00", () -> waits.begin(told.worker(), number, waits.stateNow(told.worker(), number), "third-party", null, null));
        told.at("2026-03-12T11:30+01:00", () -> waits.end(told.worker(), number, CaseState.WAITING));
        assertDue(number, "2026-03-09T15:00+01:00", "2026-03-13T10:30+01:00");
        assertThat(time(number, "due_at")).isEqualTo(instant("2026-03-13T10:30+01:00"));
        told.close(number);
    }

    @Test
    void two_waits_at_once_move_the_clocks_once() {
        var number = told.opened(OPENED);
        told.at("2026-03-10T10:00+01:00", () -> waits.begin(told.worker(), number, CaseState.NEW, "third-party", null, null));
        told.at("2026-03-11T12:00+01:00", () -> waits.begin(told.worker(), number, CaseState.WAITING, "requester", null, null));
        told.at("2026-03-12T11:30+01:00", () -> waits.end(told.worker(), number, CaseState.WAITING));
        assertDue(number, "2026-03-12T08:30+01:00", "2026-03-13T10:30+01:00");
        assertThat(openWaits(number)).isEmpty();
        told.close(number);
    }

    @Test
    void a_wait_until_a_date_ends_by_itself_when_the_date_comes() {
        var number = asked.open("ingrid-hauge", "Ring meg i morgen");
        begin(number, "new", "date");
        world.settle();
        assertThat(asked.row(number)).containsEntry("state", "waiting");
        dateComes(number);
        assertThat(asked.row(number)).containsEntry("state", "in-progress");
        assertThat(openWaits(number)).isEmpty();
        assertThat(asked.events(number)).endsWith("cases.waiting-began", "cases.waiting-ended");
        assertThat(time(number, "due_at")).isEqualTo(time(number, "first_reply_due_at"));
    }

    @Test
    void a_case_that_waits_for_something_else_too_still_waits_when_the_date_comes() {
        var number = asked.open("ingrid-hauge", "Delen er bestilt");
        begin(number, "new", "date");
        begin(number, "waiting", "third-party");
        dateComes(number);
        assertThat(asked.row(number)).containsEntry("state", "waiting");
        assertThat(openWaits(number)).containsExactly("third-party");
        assertThat(time(number, "due_at")).isEqualTo(NEVER);
        assertThat(world.api("nina-foss").send("DELETE", path(number, "/waiting?seen=waiting"), null).status()).isEqualTo(204);
        assertThat(asked.row(number)).containsEntry("state", "in-progress");
        assertThat(openWaits(number)).isEmpty();
    }

    @Test
    void a_date_that_comes_after_the_wait_was_ended_by_hand_ends_no_later_wait() {
        var number = asked.open("ingrid-hauge", "Delen kom før");
        begin(number, "new", "date");
        world.api("nina-foss").send("DELETE", path(number, "/waiting?seen=waiting"), null);
        begin(number, "in-progress", "requester");
        dateComes(number);
        assertThat(asked.row(number)).containsEntry("state", "waiting");
        assertThat(openWaits(number)).containsExactly("requester");
    }

    private void begin(String number, String seen, String waitsFor) {
        var waiting = new HashMap<String, Object>(Map.of("seen", seen, "waitsFor", waitsFor));
        if (waitsFor.equals("date")) {
            waiting.put("until", Instant.now().plus(Duration.ofDays(1)).toString());
        }
        var answer = put(world.api("nina-foss"), number, "waiting", waiting);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** The delivery that was put off until the date falls due now, and all that follows of it happens. */
    private void dateComes(String number) {
        var changed = asked.execute("""
                update events.delivery set next_try_at = now() - interval '1 minute' where consumer = 'cases.wait-ends' and event_id in
                (select e.id from events.event e join cases.case_file c on c.tenant_id = e.tenant_id and c.id = e.subject_id where c.number = ?)""", number);
        assertThat(changed).isEqualTo(1);
        world.settle();
    }

    private List<String> openWaits(String number) {
        return world.api("nina-foss").get(path(number, "")).json().get("waits").valueStream().filter(wait -> wait.get("ended").isNull())
                .map(wait -> wait.get("waitsFor").asString()).toList();
    }

    private void assertDue(String number, String firstReply, String done) {
        assertThat(List.of(time(number, "first_reply_due_at"), time(number, "resolution_due_at"), time(number, "promised_at")))
                .containsExactly(instant(firstReply), instant(done), instant(done));
    }

    private Instant time(String number, String column) {
        return ((OffsetDateTime) asked.row(number).get(column)).toInstant();
    }
}
