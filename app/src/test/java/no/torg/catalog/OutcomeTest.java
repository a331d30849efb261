package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.torg.calendars.WorkingCalendar;
import no.torg.catalog.Outcome.Decision;
import no.torg.forms.Asking;
import no.torg.forms.Directory;
import no.torg.forms.views.ErrorView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final ServiceDefinition SERVICE = Folders.definition();

    @ParameterizedTest
    @CsvSource({"INDIVIDUAL, 5, 4, 3, 2", "GROUP, 4, 3, 3, 2", "UNIT, 4, 3, 2, 1", "ORGANISATION, 3, 2, 1, 1"})
    void priority_by_the_default_matrix(Impact impact, int low, int normal, int high, int critical) {
        assertThat(List.of(Urgency.LOW, Urgency.NORMAL, Urgency.HIGH, Urgency.CRITICAL).stream().map(urgency -> PriorityMatrix.DEFAULT.priority(impact, urgency)))
            .containsExactly(low, normal, high, critical);
    }

    @Test
    void a_right_request_is_decided() {
        var decision = decision("wanted", "2026-11-20", "size", "large");
        assertThat(decision.slot()).isEqualTo("post");
        assertThat(decision.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(decision.priority()).isEqualTo(3);
        assertThat(decision.titleArgs()).isEqualTo(Map.of("size", "large", "wanted", "2026-11-20", "count", 0L));
        assertThat(decision.titles()).containsEntry("nb", "Stort skap fra 20. november 2026 (0 pakker)").containsEntry("en", "Large locker from November 20, 2026 (0 parcels)");
        assertThat(decision.firstReplyBy()).isEqualTo("2026-11-20T11:11:00Z");
        assertThat(decision.resolveBy()).isEqualTo("2026-11-24T11:11:00Z");
        assertThat(decision.promised()).isEqualTo("2026-11-24T11:11:00Z");
    }

    @Test
    void the_calendar_is_that_of_the_slots_team_and_the_matrix_the_tenants() {
        var matrix = new PriorityMatrix(Collections.nCopies(4, List.of(2, 2, 2, 2)));
        var late = new WorkingCalendar(OSLO, WorkingCalendar.office(OSLO).week(), Map.of(LocalDate.of(2026, 11, 20), List.of()), true);
        var setup = new Setup(WorkingCalendar.office(OSLO), Map.of("desk", late), matrix, null, null, null);
        var decision = Objects.requireNonNull(SERVICE.outcome(right(), asking(), setup).decision());
        assertThat(decision.priority()).isEqualTo(2);
        assertThat(decision.firstReplyBy()).isEqualTo("2026-11-19T13:11:00Z");
        assertThat(decision.promised()).isEqualTo("2026-11-23T11:11:00Z");
    }

    @Test
    void nothing_is_decided_while_something_is_wrong() {
        var outcome = outcome("size", null);
        assertThat(outcome.isRight()).isFalse();
        assertThat(outcome.decision()).isNull();
        assertThat(outcome.codes()).isEqualTo(Map.of("size", "required"));
    }

    @Test
    void a_check_stands_at_its_fields_in_the_services_words() {
        var outcome = outcome("wanted", "2026-11-30", "parcels", List.of(Map.of("sender", "Ola", "weight", 51)));
        assertThat(outcome.codes()).isEqualTo(Map.of("parcels", "too-heavy"));
        assertThat(outcome.errors(SERVICE.texts("nb"))).isEqualTo(Map.of("parcels", ErrorView.worded("Pakkene veier for mye.")));
    }

    @Test
    void a_check_waits_until_its_fields_are_right_in_themselves() {
        assertThat(outcome("parcels", List.of(Map.of("sender", "Ola", "weight", 51), Map.of("weight", 51))).codes()).isEqualTo(Map.of("parcels.1.sender", "required"));
    }

    @Test
    void what_does_not_fit_a_title_gives_the_services_name() {
        assertThat(new Title("{n, number}", "nb").written(Map.of("n", "many"), OSLO, "Skap")).isEqualTo("Skap");
        assertThat(new Title("{n}", "nb").written(new HashMap<>(), OSLO, "Skap")).isEqualTo("{n}");
        assertThat(new Title("{text}", "nb").written(Map.of("text", "a\n b\0c"), OSLO, "Skap")).isEqualTo("a b c");
        assertThat(new Title("{text}", "nb").written(Map.of("text", "😀".repeat(300)), OSLO, "Skap")).isEqualTo("😀".repeat(199) + "…");
        assertThat(new Title(" {text} ", "nb").written(Map.of("text", " "), OSLO, "Skap")).isEqualTo("Skap");
    }

    private static Decision decision(Object... changes) {
        return Objects.requireNonNull(outcome(changes).decision());
    }

    private static Outcome outcome(@Nullable Object... changes) {
        return SERVICE.outcome(right(changes), asking(), Folders.SETUP);
    }

    private static Map<String, @Nullable Object> right(@Nullable Object... changes) {
        var given = new HashMap<String, @Nullable Object>(Map.of("size", "small", "rules", true, "wanted", "2026-11-30"));
        for (int i = 0; i < changes.length; i += 2) {
            given.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return given;
    }

    private static Asking asking() {
        return new Asking(new Asking.Person("employee", null, "nb"), Instant.parse("2026-11-19T11:11:00Z"), OSLO, Directory.EMPTY);
    }
}
