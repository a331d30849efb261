package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.calendars.Term;
import no.torg.catalog.ServiceDefinition.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFolderTest {

    @Test
    void a_right_folder_becomes_a_definition() {
        var reading = ServiceFolder.read(Folders.parcelLocker(), Folders.SETUP);
        assertThat(reading.problems()).isEmpty();
        var service = reading.orThrow();
        assertThat(service.id()).isEqualTo("parcel-locker");
        assertThat(service.slug()).isEqualTo("parcel-locker");
        assertThat(service.version()).isEqualTo("1.2.0");
        assertThat(service.kind()).isEqualTo(Kind.ORDER);
        assertThat(service.slots()).containsExactly("owner", "desk", "post");
        assertThat(service.firstReply().of(2)).isEqualTo(Term.parse("PT2H"));
        assertThat(service.firstReply().of(3)).isEqualTo(Term.parse("P1D"));
        assertThat(service.promise().of(2)).isEqualTo(Term.parse("P1D"));
        assertThat(service.requesterSees()).isEqualTo(Set.of("handler", "team"));
        assertThat(service.reopenWithin()).isEqualTo(Period.ofDays(14));
        assertThat(service.retention()).isEqualTo(Period.ofYears(1));
        assertThat(service.texts("nn").form().of("size").values()).containsEntry("large", "Large");
        assertThat(service.texts("nb").form().of("size").values()).containsEntry("large", "Stor");
        assertThat(service.texts("nb").form().of("note").label()).isEqualTo("Skapet tømmes hver uke.");
        assertThat(service.texts("se").language()).isEqualTo("nb");
        assertThat(service.texts("en").states()).containsEntry("resolved", "The locker is ready");
        assertThat(service.files().keySet()).isEqualTo(Folders.parcelLocker().keySet());
        assertThat(service.files().get("form.json")).isEqualTo(Folders.parcelLocker().get("form.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "service.yaml | id: parcel-locker | id: Parcel | service.yaml:1 | id: is not written as it must be",
        "service.yaml | id: parcel-locker | iid: parcel-locker | service.yaml:1 | unknown key \"iid\"",
        "service.yaml | id: parcel-locker | iid: parcel-locker | service.yaml:1 | \"id\" is missing",
        "service.yaml | format: 1 | format: 2 | service.yaml:2 | format: must be the constant value '1'",
        "service.yaml | version: 1.2.0 | version: 1.2 | service.yaml:3 | version: number found, string expected",
        "service.yaml | language: nb | language: de | service.yaml:4 | language: does not have a value in the enumeration",
        "service.yaml | kind: order | kind: purchase | service.yaml:5 | kind: does not have a value in the enumeration",
        "service.yaml | [owner, desk, post] | [owner, owner] | service.yaml:6 | slots: must have only unique items in the array",
        "service.yaml | [owner, desk, post] | [owner, desk] | service.yaml:9 | the slot \"post\" is used but not declared under slots",
        "service.yaml | answers.size = \"large\" | answers.sice = \"large\" | service.yaml:9 | team is refused: there is no answer \"sice\"",
        "service.yaml | impact: individual | impact: some | service.yaml:11 | priority.impact: is not written as it must be",
        "service.yaml | answers.wanted - today() < | answers.wanted - < | service.yaml:12 | urgency is refused: this is not FEEL, at character",
        "service.yaml | answers.wanted - today() | wanted - today() | service.yaml:12 | urgency is refused: \"wanted\" is unknown: use answers.wanted",
        "service.yaml | count(answers.parcels)} | count(answers.boxes)} | service.yaml:14 | title-args.count is refused: there is no answer \"boxes\"",
        "service.yaml | title: locker-title | title: box-title | texts/nn.yaml:1 | the title \"box-title\" is missing",
        "service.yaml | title: locker-title | title: box-title | texts/nn.yaml:6 | unknown key \"locker-title\"",
        "service.yaml | default: P1D | default: 1 day | service.yaml:16 | targets.first-reply.default: is not written as it must be",
        "service.yaml | default: P1D, | | service.yaml:16 | targets.first-reply: \"default\" is missing",
        "service.yaml | \"2\": PT2H | \"6\": PT2H | service.yaml:16 | targets.first-reply: unknown key \"6\"",
        "service.yaml | answers.until < | answers.untill < | service.yaml:24 | check \"gone-before\" is refused: there is no answer \"untill\"",
        "service.yaml | fields: [wanted, until] | fields: [wanted, untill] | service.yaml:25 | check \"gone-before\" names an unknown field \"untill\"",
        "service.yaml | id: gone-before | id: too-heavy | service.yaml:23 | the check \"too-heavy\" stands twice, first in line 20",
        "service.yaml | id: gone-before | id: gone | texts/en.yaml:8 | the text of the check \"gone\" is missing",
        "service.yaml | id: gone-before | id: gone | texts/en.yaml:10 | there is no check \"gone-before\"",
        "service.yaml | code: open | code: secret | service.yaml:26 | access.code other than open is refused",
        "service.yaml | reopen-within: P14D | reopen-within: 14 days | service.yaml:27 | reopen-within: is not written as it must be",
        "service.yaml | retention: P1Y | retention: P | service.yaml:28 | retention: is not written as it must be",
        "service.yaml | retention: P1Y | archive: {keep: true} | service.yaml:28 | archive is not supported yet",
        "service.yaml | retention: P1Y | retention: P1Y\u2028retention: P2Y | service.yaml:29 | \"retention\" stands twice",
        "service.yaml | retention: P1Y | retention: &x P1Y | service.yaml:28 | anchors and aliases (& and *) are not used here",
        "service.yaml | retention: P1Y | retention: !!str P1Y | service.yaml:28 | tags (tag:yaml.org,2002:str) are not used here",
        "service.yaml | retention: P1Y | retention: [ | service.yaml:29 | this is not YAML: ",
        "form.json | \"torg:earliest\": \"today\" | \"torg:earliest\": \"now\" | form.json:12 | torg:earliest is today, a date such as",
        "form.json | \"id\": \"code\" | \"id\": \"cod\" | texts/en.yaml:11 | the text of the form's \"cod\" is missing",
        "form.json | \"id\": \"code\" | \"id\": \"cod\" | texts/en.yaml:15 | the form has no \"code\"",
        "form.json | \"value\": \"large\" | \"value\": \"big\" | texts/nn.yaml:13 | the text of the choice \"big\" of \"size\" is missing",
        "form.json | \"value\": \"large\" | \"value\": \"big\" | texts/nn.yaml:13 | \"size\" has no choice \"large\"",
        "texts/nb.yaml | name: Pakkeskap | names: Pakkeskap | texts/nb.yaml:1 | \"name\" is missing",
        "texts/nb.yaml | name: Pakkeskap | name: \"\" | texts/nb.yaml:1 | name: must be at least 1 characters long",
        "texts/nb.yaml | [pakke, skap] | [] | texts/nb.yaml:5 | search-words: must have at least 1 items",
        "texts/nb.yaml | {size, select, | {size, selekt, | texts/nb.yaml:6 | the title is not an ICU message",
        "texts/nb.yaml | {wanted} | {wish} | texts/nb.yaml:6 | the title uses {wish}, which title-args in service.yaml does not give",
        "texts/nb.yaml | large {Stort} | large {Stort {weight}} | texts/nb.yaml:6 | the title uses {weight}, which title-args",
        "texts/nb.yaml | {resolved: Skapet er klart} | {} | texts/nb.yaml:7 | the wording of the state \"resolved\" is missing; nn.yaml has it",
        "texts/nb.yaml | {resolved: Skapet er klart} | {done: Klart} | texts/nb.yaml:7 | states: unknown key \"done\"",
        "texts/nb.yaml | who: Ansatte | who: Ansatte\u2028form: {size: Størrelse} | texts/nb.yaml:5 | the form's labels in its main language stand in form.json",
        "texts/en.yaml | , description: On the locker | | texts/en.yaml:15 | the description of the form's \"code\" is missing",
        "texts/en.yaml | days: Days | days: {label: Days, description: How many} | texts/en.yaml:23 | the form's \"days\" has no description",
        "texts/en.yaml | label: Room, | | texts/en.yaml:14 | form.room: \"label\" is missing",
        "tests/locker.yaml | urgency: normal | urgent: normal | tests/locker.yaml:10 | 0.expect: unknown key \"urgent\"",
        "tests/locker.yaml | due: 2026-11-20T12:11+01:00 | due: tomorrow | tests/locker.yaml:13 | 0.expect.due: is not written as it must be",
        "tests/locker.yaml | due: 2026-11-20T12:11+01:00 | due: 2026-11-31T12:11+01:00 | tests/locker.yaml:13 | expect.due is no moment",
        "tests/locker.yaml | shown: [size, extras, rules | shown: [size, extra, rules | tests/locker.yaml:6 | the form has no \"extra\""})
    void every_error_has_its_file_and_line(String file, String text, String other, String where, String message) {
        var reading = ServiceFolder.read(Folders.with(file, text, other == null ? "" : other.replace('\u2028', '\n')), null);
        assertThat(reading.definition()).isNull();
        assertThat(reading.problems()).extracting(FolderProblem::toString).anySatisfy(problem -> assertThat(problem).startsWith(where + ": " + message));
    }

    @Test
    void all_errors_of_all_files_are_told_at_once() {
        var files = Folders.with("service.yaml", "kind: order", "kind: purchase");
        files.put("form.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.put("texts/en.yaml", "name: [".getBytes(StandardCharsets.UTF_8));
        files.remove("texts/nn.yaml");
        files.put("flow.bpmn", new byte[0]);
        assertThat(ServiceFolder.read(files, null).problems()).extracting(FolderProblem::file).contains("service.yaml", "form.json", "texts/en.yaml", "texts/nn.yaml", "flow.bpmn");
    }

    @Test
    void what_the_organisation_does_not_have_is_told() {
        assertThat(problems(Set.of("rooms"), Set.of("resident"), Set.of("owner", "desk"))).containsExactly(
            "service.yaml:6: the slot \"post\" is not bound here", "service.yaml:7: the audience \"employee\" is unknown here, and so are the others",
            "service.yaml:7: the audience \"student\" is unknown here, and so are the others", "service.yaml:8: the topic \"mail\" is unknown here");
        assertThat(problems(Set.of("mail"), Set.of("employee"), Set.of("owner", "desk", "post"))).isEmpty();
    }

    private static List<String> problems(Set<String> topics, Set<String> audiences, Set<String> bound) {
        var setup = new Setup(Folders.SETUP.calendar(), Map.of(), PriorityMatrix.DEFAULT, topics, audiences, bound);
        return ServiceFolder.read(Folders.parcelLocker(), setup).problems().stream().map(FolderProblem::toString).toList();
    }

    @Test
    void tests_that_fail_are_errors_of_the_folder() {
        var files = Folders.with("tests/locker.yaml", "priority: 4", "priority: 1");
        assertThat(ServiceFolder.read(files, null).problems()).isEmpty();
        assertThat(ServiceFolder.read(files, Folders.SETUP).problems())
            .containsExactly(new FolderProblem("tests/locker.yaml", 11, "test \"a small locker\": priority expected 1, but is 4"));
    }

    @Test
    void missing_files_are_named() {
        assertThat(ServiceFolder.read(Map.of(), null).problems()).extracting(FolderProblem::toString).isEqualTo(List.of("form.json:1: the file is missing",
            "service.yaml:1: the file is missing", "tests:1: a service has at least one file of tests", "texts/en.yaml:1: the file is missing",
            "texts/nb.yaml:1: the file is missing", "texts/nn.yaml:1: the file is missing"));
    }
}
