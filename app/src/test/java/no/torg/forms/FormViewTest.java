package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.torg.forms.views.AnswersView;
import no.torg.forms.views.AnswersView.AnswerView;
import no.torg.forms.views.ErrorView;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.FieldView.ChoiceView;
import no.torg.forms.views.FieldView.Kind;
import no.torg.forms.views.FormView;
import no.torg.forms.views.PageView;
import org.junit.jupiter.api.Test;

class FormViewTest {

    @Test
    void pages_are_the_groups_at_the_top_with_what_is_asked() {
        var view = view(ParcelForm.with());
        assertThat(view.pages()).extracting(PageView::title).containsExactly("Hva", "Når", "Hvem");
        assertThat(view.pages().getFirst().fields()).extracting(FieldView::id).containsExactly("size", "extras", "rules");
        assertThat(view.pages().getLast().fields()).extracting(FieldView::kind)
            .containsExactly(Kind.GROUP, Kind.DIGITS, Kind.DIGITS, Kind.PERSON, Kind.UNIT, Kind.TEXTAREA, Kind.FILES, Kind.ROWS);
        assertThat(view.pages().get(1).fields()).extracting(FieldView::kind).containsExactly(Kind.DATE, Kind.DATETIME, Kind.TIME, Kind.NUMBER, Kind.NUMBER);
    }

    @Test
    void follow_ups_and_choices_show_what_was_given() {
        var view = view(ParcelForm.with("size", "large", "room", "b", "code", "xy"));
        var code = field(view, "code");
        assertThat(code.followUp()).isTrue();
        assertThat(code.value()).isEqualTo("xy");
        assertThat(code.description()).isEqualTo("På skapet");
        assertThat(code.minLength()).isEqualTo(3);
        assertThat(code.maxLength()).isEqualTo(8);
        assertThat(code.name()).isEqualTo("answers.code");
        assertThat(code.error()).isEqualTo(new ErrorView("forms.error.too-short", List.of(3, 2), ""));
        assertThat(view.pages().getFirst().hasError()).isTrue();
        assertThat(view.pages().getLast().hasError()).isFalse();
        assertThat(field(view, "size").choices()).containsExactly(new ChoiceView("small", "Liten", "", false), new ChoiceView("large", "Stor", "", true));
        assertThat(field(view, "size").followUp()).isFalse();
        assertThat(field(view, "rules").ticked()).isTrue();
    }

    @Test
    void limits_stand_as_html_has_them_and_dates_in_errors_are_written_out() {
        var view = view(ParcelForm.with("wanted", "1.2.2026", "days", "99"));
        assertThat(field(view, "wanted").min()).isEqualTo("2026-11-19");
        assertThat(field(view, "wanted").value()).isEqualTo("1.2.2026");
        assertThat(field(view, "wanted").error()).isEqualTo(new ErrorView("forms.error.too-early", List.of("19. november 2026"), ""));
        assertThat(field(view, "days").max()).isEqualTo("30");
        assertThat(field(view, "days").step()).isEqualTo("1");
        assertThat(field(view, "price").step()).isEqualTo("0.01");
        assertThat(field(view(ParcelForm.with("wanted", "30.11.2026")), "wanted").value()).isEqualTo("2026-11-30");
    }

    @Test
    void pickers_show_names_and_offer_those_found() {
        assertThat(field(view(ParcelForm.with("keeper", "p1")), "keeper")).satisfies(keeper -> {
            assertThat(keeper.value()).isEqualTo("p1");
            assertThat(keeper.shown()).isEqualTo("Siv Breivik");
            assertThat(keeper.autocomplete()).isEqualTo("off");
        });
        assertThat(field(view(ParcelForm.with("keeper", "Siv")), "keeper")).satisfies(keeper -> {
            assertThat(keeper.shown()).isEqualTo("Siv");
            assertThat(keeper.choices()).extracting(ChoiceView::label).containsExactly("Siv Breivik", "Siv Dahl");
        });
    }

    @Test
    void rows_are_numbered_and_at_least_as_many_as_the_form_begins_with() {
        assertThat(field(view(ParcelForm.with()), "parcels").rows()).singleElement()
            .satisfies(row -> assertThat(row.fields()).extracting(FieldView::name).containsExactly("answers.parcels.0.sender", "answers.parcels.0.weight"));
        var rows = field(view(ParcelForm.with("parcels", List.of(Map.of(), Map.of("weight", 2)))), "parcels").rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().fields()).extracting(FieldView::id).containsExactly("parcels-1-sender", "parcels-1-weight", "parcels-1-fragile");
        assertThat(rows.getLast().fields().getFirst().error()).isEqualTo(new ErrorView("forms.error.required", List.of(), ""));
        assertThat(rows.getFirst().fields().getFirst().error()).isNull();
    }

    @Test
    void loose_pieces_make_a_page_without_a_title_and_empty_pages_are_left_out() {
        var form = Forms.read("""
            { "type": "default", "id": "f", "schemaVersion": 19, "components": [
              { "type": "textfield", "id": "a", "key": "a", "label": "A" },
              { "type": "group", "id": "g", "label": "G", "conditional": { "hide": "=a != \\"x\\"" }, "components": [ { "type": "text", "id": "t", "text": "T" } ] } ] }"""
            .getBytes(StandardCharsets.UTF_8)).form();
        var evaluation = Forms.evaluate(Objects.requireNonNull(form), Map.of(), ParcelForm.asking("employee"));
        assertThat(Forms.view(form, form.texts(), "nb", evaluation, Map.of()).pages()).singleElement().satisfies(page -> assertThat(page.title()).isEmpty());
    }

    @Test
    void all_errors_are_listed_those_that_are_not_shown_apart() {
        var view = view(ParcelForm.with("size", "", "mail", "kari", "colour", "red", "parcels", List.of(Map.of("weight", -1))));
        assertThat(view.wrong()).extracting(FieldView::path).containsExactly("size", "mail", "parcels.0.sender", "parcels.0.weight");
        assertThat(view.pages().getLast().wrong()).extracting(FieldView::id).containsExactly("mail", "parcels-0-sender", "parcels-0-weight");
        assertThat(view.others()).containsOnlyKeys("colour");
    }

    @Test
    void stored_answers_are_worded_for_reading() {
        var stored = ParcelForm.with("size", "large", "extras", List.of("key", "cool"), "price", "1234.5", "until", "2026-12-01T10:00", "keeper", "p1", "files", List.of("f1"),
            "parcels", List.of(Map.of("sender", "Ola", "weight", 2), Map.of("sender", "Kari", "fragile", true))).stored();
        var pages = Forms.answers(ParcelForm.FORM, ParcelForm.FORM.texts(), "nb", stored, id -> Map.of("p1", "Siv Breivik").getOrDefault(id, id), (key, args) -> key);
        assertThat(pages).extracting(AnswersView::title).containsExactly("Hva", "Når", "Hvem");
        assertThat(pages.stream().flatMap(page -> page.answers().stream())).extracting(AnswerView::question, AnswerView::answer).containsExactly(
            tuple("Størrelse", "Stor"), tuple("Tillegg", "Nøkkel, Kjølt"), tuple("Jeg følger reglene", "forms.answer.yes"), tuple("Fra", "30. november 2026"),
            tuple("Til", "1. desember 2026, 10:00"), tuple("Pris", "1\u00a0234,5"), tuple("Ansvarlig", "Siv Breivik"), tuple("Vedlegg", "f1"), tuple("Pakker", ""));
        assertThat(pages.getLast().answers().getLast().rows()).extracting(row -> row.stream().map(AnswerView::answer).toList())
            .containsExactly(List.of("Ola", "2"), List.of("Kari"));
        assertThat(Forms.answers(ParcelForm.FORM, ParcelForm.FORM.texts(), "nb", Map.of(), id -> id, (key, args) -> key)).isEmpty();
    }

    private static FormView view(Evaluation evaluation) {
        return Forms.view(ParcelForm.FORM, ParcelForm.FORM.texts(), "nb", evaluation, Forms.errors(evaluation, "nb"));
    }

    private static FieldView field(FormView view, String id) {
        return view.pages().stream().flatMap(page -> page.fields().stream()).filter(field -> field.id().equals(id)).findFirst().orElseThrow();
    }
}
