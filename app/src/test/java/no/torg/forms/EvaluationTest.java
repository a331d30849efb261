package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationTest {

    static Stream<Arguments> right() {
        return Stream.of(Arguments.of("size", "large", "large"), Arguments.of("extras", List.of("key", "cool", "key"), List.of("key", "cool")),
            Arguments.of("extras", "cool", List.of("cool")), Arguments.of("extras", List.of(), null), Arguments.of("rules", "on", true),
            Arguments.of("rules", "true", true), Arguments.of("wanted", "30.11.2026", "2026-11-30"), Arguments.of("wanted", " 2026-11-19 ", "2026-11-19"),
            Arguments.of("wanted", "2027-01-18", "2027-01-18"), Arguments.of("until", "2026-11-30T00:00", "2026-11-30T00:00"),
            Arguments.of("until", "2026-12-24 13:45:30", "2026-12-24T13:45:30"), Arguments.of("hour", "13:30", "13:30"), Arguments.of("hour", "13.05", "13:05"),
            Arguments.of("days", 30, 30L), Arguments.of("days", "1", 1L), Arguments.of("days", new BigDecimal("2.000"), 2L), Arguments.of("price", "1 000,50", new BigDecimal("1000.5")),
            Arguments.of("price", 0.25, new BigDecimal("0.25")), Arguments.of("price", -7L, -7L), Arguments.of("price", 1.25e10, 12_500_000_000L), Arguments.of("mail", " kari@eksempel.no ", "kari@eksempel.no"),
            Arguments.of("phone", "+47 412 00 318", "+47 412 00 318"), Arguments.of("firm", "974 760 673", "974760673"), Arguments.of("postcode", "5003", "5003"),
            Arguments.of("keeper", "p1", "p1"), Arguments.of("keeper", " Siv Breivik", "p1"), Arguments.of("unit", "u1", "u1"), Arguments.of("story", " a\n\tå😀 ", " a\n\tå😀 "),
            Arguments.of("story", "   ", null), Arguments.of("story", null, null), Arguments.of("story", "😀".repeat(200), "😀".repeat(200)), Arguments.of("files", "a.pdf", List.of("a.pdf")),
            Arguments.of("files", List.of("a.pdf", "b.pdf"), List.of("a.pdf", "b.pdf")));
    }

    @ParameterizedTest
    @MethodSource
    void right(String key, @Nullable Object given, @Nullable Object stored) {
        var evaluation = ParcelForm.with(key, given);
        assertThat(evaluation.errors()).isEmpty();
        assertThat(evaluation.stored().get(key)).isEqualTo(stored);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(Arguments.of("size", null, "required"), Arguments.of("size", " ", "required"), Arguments.of("rules", null, "required"),
            Arguments.of("rules", false, "required"), Arguments.of("wanted", "", "required"), Arguments.of("size", "medium", "not-a-choice"),
            Arguments.of("size", 7, "not-a-choice"), Arguments.of("size", List.of("small"), "not-a-choice"), Arguments.of("extras", List.of("cool", "hot"), "not-a-choice"),
            Arguments.of("extras", List.of(1), "not-a-choice"), Arguments.of("extras", Collections.nCopies(101, "cool"), "not-a-choice"),
            Arguments.of("rules", "maybe", "not-a-choice"), Arguments.of("rules", Map.of(), "not-a-choice"), Arguments.of("story", 7, "not-text"),
            Arguments.of("story", List.of("a", "b"), "not-text"), Arguments.of("story", "a\0b", "not-text"), Arguments.of("story", "a\ud83d", "not-text"),
            Arguments.of("story", "\ude00", "not-text"), Arguments.of("story", "a".repeat(201), "too-long"), Arguments.of("days", "x", "not-a-number"),
            Arguments.of("days", "1e3", "not-a-number"), Arguments.of("days", Double.NaN, "not-a-number"), Arguments.of("days", new BigDecimal("1e999999999"), "not-a-number"),
            Arguments.of("days", "9".repeat(99), "not-a-number"), Arguments.of("days", true, "not-a-number"), Arguments.of("days", "1.5", "not-a-whole-number"),
            Arguments.of("price", "1.005", "too-many-decimals"), Arguments.of("days", 0, "too-small"), Arguments.of("days", 31, "too-large"),
            Arguments.of("wanted", "2026-02-30", "not-a-date"), Arguments.of("wanted", "soon", "not-a-date"), Arguments.of("wanted", 20261130, "not-a-date"),
            Arguments.of("wanted", "+99999-01-01", "not-a-date"), Arguments.of("wanted", "0001-01-01", "not-a-date"), Arguments.of("hour", "25:00", "not-a-time"),
            Arguments.of("until", "2026-11-30", "not-a-date"), Arguments.of("wanted", "2026-11-18", "too-early"), Arguments.of("wanted", "2027-01-19", "too-late"),
            Arguments.of("until", "2026-11-29T23:59", "too-early"), Arguments.of("mail", "kari", "not-an-email"), Arguments.of("mail", "a@b", "not-an-email"),
            Arguments.of("mail", "a b@c.no", "not-an-email"), Arguments.of("mail", "a@b..no", "not-an-email"), Arguments.of("phone", "123", "not-a-phone"),
            Arguments.of("phone", "call me", "not-a-phone"), Arguments.of("firm", "974760674", "bad-organisation-number"), Arguments.of("firm", "123", "bad-organisation-number"),
            Arguments.of("firm", "123456785", "bad-organisation-number"), Arguments.of("postcode", "500", "bad-postcode"), Arguments.of("postcode", "0000", "bad-postcode"),
            Arguments.of("postcode", "50O3", "bad-postcode"), Arguments.of("keeper", "nobody", "not-a-person"), Arguments.of("keeper", List.of("p1"), "not-a-person"),
            Arguments.of("keeper", "Siv", "several-found"), Arguments.of("unit", "p1", "not-a-unit"), Arguments.of("files", List.of(1), "not-a-file"),
            Arguments.of("files", List.of("x".repeat(201)), "not-a-file"), Arguments.of("files", Collections.nCopies(21, "a"), "too-many"),
            Arguments.of("parcels", "x", "not-a-list"), Arguments.of("parcels", List.of("x"), "not-a-list"), Arguments.of("parcels", Collections.nCopies(51, Map.of()), "too-many"),
            Arguments.of("colour", "red", "unknown-field"), Arguments.of("x".repeat(60), null, "unknown-field"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String key, @Nullable Object given, String code) {
        var evaluation = ParcelForm.with(key, given);
        assertThat(evaluation.errors()).hasSize(1).hasEntrySatisfying(key, error -> assertThat(error.code()).isEqualTo(code));
        assertThat(evaluation.stored()).doesNotContainKey(key);
    }

    @Test
    void errors_say_the_limit() {
        assertThat(ParcelForm.with("wanted", "2026-01-01").errors()).containsExactly(entry("wanted", AnswerError.of("too-early", LocalDate.of(2026, 11, 19))));
        assertThat(ParcelForm.with("until", "2026-01-01T10:00").errors())
            .containsExactly(entry("until", AnswerError.of("too-early", LocalDateTime.of(2026, 11, 30, 0, 0))));
        assertThat(ParcelForm.with("story", "å".repeat(300)).errors()).containsExactly(entry("story", AnswerError.of("too-long", 200, 300)));
        assertThat(ParcelForm.with().limits()).containsEntry("wanted", new Evaluation.Limits("2026-11-19", "2027-01-18"))
            .containsEntry("until", new Evaluation.Limits("2026-11-30T00:00", ""));
    }

    // code hangs on room, which hangs on size: hiding one hides those behind it, whatever was typed there before
    @Test
    void hidden_answers_count_for_nothing() {
        var shown = ParcelForm.with("size", "large", "room", "b", "code", "abc");
        assertThat(shown.shown()).startsWith("size", "room", "code", "extras");
        assertThat(shown.stored()).containsEntry("code", "abc");
        var hidden = ParcelForm.with("size", "small", "room", "b", "code", "x");
        assertThat(hidden.shown()).startsWith("size", "extras");
        assertThat(hidden.stored()).containsOnlyKeys("size", "rules", "wanted");
        assertThat(hidden.answers()).containsEntry("room", null).containsEntry("code", null);
        assertThat(hidden.errors()).isEmpty();
    }

    @Test
    void groups_hide_what_is_in_them() {
        var student = Forms.evaluate(ParcelForm.FORM, ParcelForm.right("mail", "kari@eksempel.no"), ParcelForm.asking("student"));
        assertThat(student.shown()).doesNotContain("mail", "phone");
        assertThat(student.visible()).doesNotContain("contact", "mail").contains("who-page");
        assertThat(student.stored()).doesNotContainKey("mail");
        assertThat(ParcelForm.with("mail", "kari@eksempel.no").stored()).containsKey("mail");
    }

    @Test
    void texts_are_shown_by_answers_too() {
        assertThat(ParcelForm.with().visible()).doesNotContain("note");
        assertThat(ParcelForm.with("extras", List.of("cool")).visible()).contains("note");
    }

    @Test
    void rows_have_conditions_errors_and_answers_of_their_own() {
        var rows = List.of(Map.of("sender", "Ola", "weight", "3,5", "fragile", "on"), Map.of("sender", " ", "weight", ""), Map.of("weight", 21, "fragile", true),
            Map.of("sender", "Per", "weight", -1, "colour", "red"));
        var evaluation = ParcelForm.with("parcels", rows);
        assertThat(evaluation.errors()).containsExactly(entry("parcels.2.sender", AnswerError.of("required")),
            entry("parcels.3.weight", AnswerError.of("too-small", new BigDecimal("0"))), entry("parcels.3.colour", AnswerError.of("unknown-field")));
        assertThat(evaluation.visible()).contains("parcels.0.fragile", "parcels.0.sender").doesNotContain("parcels.1.fragile", "parcels.2.fragile");
        assertThat(ParcelForm.with("parcels", rows.subList(0, 2)).stored())
            .containsEntry("parcels", List.of(Map.of("sender", "Ola", "weight", new BigDecimal("3.5"), "fragile", true)));
    }

    @Test
    void answers_are_typed_for_expressions() {
        var answers = ParcelForm.with("until", "2026-12-01T10:00", "price", "2", "rules", "on", "firm", "974 760 673").answers();
        assertThat(answers).containsEntry("wanted", LocalDate.of(2026, 11, 30)).containsEntry("price", new BigDecimal("2")).containsEntry("rules", true)
            .containsEntry("until", ZonedDateTime.parse("2026-12-01T10:00+01:00[Europe/Oslo]")).containsEntry("firm", "974760673")
            .containsEntry("extras", List.of()).containsEntry("parcels", List.of()).containsEntry("mail", null);
    }

    @Test
    void only_so_many_unknown_keys_are_told() {
        var given = new HashMap<>(ParcelForm.right());
        IntStream.range(0, 10_000).forEach(i -> given.put("unknown" + "x".repeat(200) + i, "x"));
        var evaluation = Forms.evaluate(ParcelForm.FORM, given, ParcelForm.asking("employee"));
        assertThat(evaluation.errors()).hasSizeBetween(1, 20).allSatisfy((key, error) -> {
            assertThat(key).hasSizeLessThan(70);
            assertThat(error.code()).isEqualTo("unknown-field");
        });
    }

    @Test
    void pages_send_names_with_a_prefix() {
        var given = Forms.given(Map.of("answers.size", new String[] {"small"}, "answers.extras", new String[] {"cool", "key"}, "answers.story", new String[] {"a\r\nb"},
            "answers.parcels.1.sender", new String[] {"Kari"}, "answers.parcels.0.sender", new String[] {"Ola"}, "answers.a.b.c.d", new String[] {"x"},
            "_csrf", new String[] {"t"}, "answers.none", new String[0]));
        assertThat(given).isEqualTo(Map.of("size", "small", "extras", List.of("cool", "key"), "story", "a\nb", "a.b.c.d", "x",
            "parcels", List.of(Map.of("sender", "Ola"), Map.of("sender", "Kari"))));
    }
}
