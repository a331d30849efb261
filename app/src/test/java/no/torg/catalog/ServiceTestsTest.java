package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import no.torg.forms.YamlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTestsTest {

    private static final String RIGHT = "now: 2026-11-19T12:11+01:00, answers: {size: small, rules: true, wanted: 2026-11-30}, person: {affiliation: employee}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "shown: [size] | shown expected [size], but is [size, extras, ",
        "errors: {size: required} | errors expected {size=required}, but is {}",
        "stored: {size: small, rules: true} | stored expected {size=small, rules=true}, but is {",
        "stored: {size: small, rules: true, wanted: 2026-11-30, days: 1} | stored expected {",
        "team: slot:post | team expected slot:post, but is slot:desk",
        "impact: unit | impact expected unit, but is individual",
        "urgency: high | urgency expected high, but is normal",
        "priority: 3 | priority expected 3, but is 4",
        "title: {nb: Skap} | title.nb expected Skap, but is Lite skap fra 30. november 2026 (0 pakker)",
        "due: 2026-11-20T12:12+01:00 | due expected 2026-11-20T12:12+01:00, but is 2026-11-20T12:11+01:00",
        "promised: 2026-11-24T12:11+02:00 | promised expected 2026-11-24T12:11+02:00, but is 2026-11-24T12:11+01:00"})
    void every_expectation_can_fail(String expectation, String message) {
        assertThat(run("- {name: t, " + RIGHT + ", expect: {" + expectation + "}}")).singleElement().satisfies(failure -> {
            assertThat(failure.file()).isEqualTo("tests/locker.yaml");
            assertThat(failure.line()).isEqualTo(1);
            assertThat(failure.message()).startsWith("test \"t\": " + message);
        });
    }

    @Test
    void the_same_moment_in_another_offset_is_the_same() {
        assertThat(run("- {name: t, " + RIGHT + ", expect: {due: 2026-11-20T11:11Z, errors: {}, stored: {wanted: 2026-11-30, size: small, rules: true}}}")).isEmpty();
    }

    @Test
    void what_only_a_right_request_has_fails_when_something_is_wrong() {
        assertThat(run("- {name: t, now: 2026-11-19T12:11+01:00, answers: {}, expect: {priority: 4}}")).extracting(FolderProblem::message)
            .containsExactly("test \"t\": priority expected 4, but is null", "test \"t\": expects no errors, but there are {size=required, rules=required, wanted=required}");
        assertThat(run("- {name: t, now: 2026-11-19T12:11+01:00, answers: {}, expect: {errors: {size: required, rules: required, wanted: required}, due: 2026-11-20T11:11Z}}"))
            .extracting(FolderProblem::message).containsExactly("test \"t\": due expected 2026-11-20T11:11Z, but is null");
    }

    @Test
    void unknown_expectations_fail_also_when_the_schema_is_not_asked() {
        var definition = Folders.definition();
        var test = definition.tests().getFirst();
        var expect = YamlTree.read("colour: red".getBytes(StandardCharsets.UTF_8), FolderFiles.LARGEST, (line, message) -> { });
        var odd = new ServiceTest("tests/locker.yaml", 1, "t", test.person(), test.now(), test.answers(), Objects.requireNonNull(expect));
        assertThat(ServiceTests.run(with(definition, List.of(odd)), Folders.SETUP)).extracting(FolderProblem::message)
            .containsExactly("test \"t\": unknown expectation \"colour\"");
    }

    @Test
    void pseudo_persons_have_the_affiliation_they_say() {
        var someone = "- {name: t, now: 2026-11-19T12:11+01:00, answers: {size: small, rules: true, wanted: 2026-11-30, keeper: %s, unit: %s}, expect: {errors: {%s}}}";
        assertThat(run(someone.formatted("person:any-employee", "unit:any", ""))).isEmpty();
        assertThat(run(someone.formatted("person:any-student", "unit:other", "keeper: not-a-person, unit: not-a-unit"))).isEmpty();
    }

    private static List<FolderProblem> run(String tests) {
        var files = Folders.parcelLocker();
        files.put("tests/locker.yaml", tests.getBytes(StandardCharsets.UTF_8));
        return ServiceTests.run(ServiceFolder.read(files, null).orThrow(), Folders.SETUP);
    }

    private static ServiceDefinition with(ServiceDefinition from, List<ServiceTest> tests) {
        return new ServiceDefinition(from.id(), from.format(), from.version(), from.slug(), from.language(), from.kind(), from.slots(), from.audiences(), from.topics(),
            from.team(), from.impact(), from.urgency(), from.titleKey(), from.titles(), from.titleArgs(), from.firstReply(), from.resolution(), from.promise(), from.checks(),
            from.requesterSees(), from.reopenWithin(), from.retention(), from.form(), from.texts(), tests, from.files());
    }
}
