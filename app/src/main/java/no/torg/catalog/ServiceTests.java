package no.torg.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import no.torg.catalog.Outcome.Decision;
import no.torg.forms.Asking;
import no.torg.forms.Component.Picker;
import no.torg.forms.Directory;
import no.torg.forms.Located;
import org.jspecify.annotations.Nullable;

/** Runs the tests that travel with a service, in an organisation's own set-up; compares exactly. */
public final class ServiceTests {

    // what only a right request has; a test that expects one of these expects that nothing is wrong
    private static final Set<String> OF_RIGHT = Set.of("stored", "team", "impact", "urgency", "priority", "title", "due", "promised");

    private final ServiceTest test;
    private final Outcome outcome;
    private final Setup setup;
    private final List<FolderProblem> failures;

    private ServiceTests(ServiceTest test, Outcome outcome, Setup setup, List<FolderProblem> failures) {
        this.test = test;
        this.outcome = outcome;
        this.setup = setup;
        this.failures = failures;
    }

    /** Every difference between what the tests expect and what comes, by file and line; empty if all pass. */
    public static List<FolderProblem> run(ServiceDefinition definition, Setup setup) {
        var failures = new ArrayList<FolderProblem>();
        for (var test : definition.tests()) {
            var asking = new Asking(test.person(), test.now(), setup.calendar().zone(), ServiceTests::pseudo);
            new ServiceTests(test, definition.outcome(test.answers(), asking, setup), setup, failures).compare();
        }
        return failures;
    }

    // person:any-employee is some employee, unit:any some unit
    private static List<Directory.Pick> pseudo(Picker.Kind kind, String given, Set<String> affiliations) {
        boolean found = switch (kind) {
            case PERSON -> given.equals("person:any")
                || given.startsWith("person:any-") && (affiliations.isEmpty() || affiliations.contains(given.substring(11)));
            case UNIT -> given.equals("unit:any");
        };
        return found ? List.of(new Directory.Pick(given, given, "")) : List.of();
    }

    private void compare() {
        var expected = test.expect().map();
        expected.forEach(this::compare);
        if (!expected.containsKey("errors") && expected.keySet().stream().anyMatch(OF_RIGHT::contains) && !outcome.codes().isEmpty()) {
            fail(test.expect(), "expects no errors, but there are " + outcome.codes());
        }
    }

    private void compare(String key, Located expected) {
        switch (key) {
            case "shown" -> compare(key, expected, expected.plain(), outcome.evaluation().shown());
            case "errors" -> compare(key, expected, expected.plain(), outcome.codes());
            case "stored" -> compare(key, expected, plain(expected.plain()), plain(outcome.evaluation().stored()));
            case "team" -> decided(key, expected, expected.plain(), decision -> "slot:" + decision.slot());
            case "impact" -> decided(key, expected, expected.plain(), decision -> decision.impact().code());
            case "urgency" -> decided(key, expected, expected.plain(), decision -> decision.urgency().code());
            case "priority" -> decided(key, expected, plain(expected.plain()), decision -> plain(decision.priority()));
            case "title" -> expected.map().forEach((language, title) ->
                decided("title." + language, title, title.plain(), decision -> decision.titles().get(language)));
            case "due" -> decided(key, expected, instant(expected), decision -> written(decision.firstReplyBy()), Decision::firstReplyBy);
            case "promised" -> decided(key, expected, instant(expected), decision -> written(decision.promised()), Decision::promised);
            default -> fail(expected, "unknown expectation \"" + key + "\"");
        }
    }

    private void decided(String key, Located expected, @Nullable Object value, Function<Decision, @Nullable Object> found) {
        var decision = outcome.decision();
        compare(key, expected, value, decision == null ? null : found.apply(decision));
    }

    private void decided(String key, Located expected, @Nullable Instant value, Function<Decision, String> shown, Function<Decision, Instant> found) {
        var decision = outcome.decision();
        if (decision == null || !found.apply(decision).equals(value)) {
            fail(expected, key + " expected " + expected.plain() + ", but is " + (decision == null ? null : shown.apply(decision)));
        }
    }

    private void compare(String key, Located expected, @Nullable Object wanted, @Nullable Object found) {
        if (!Objects.equals(wanted, found)) {
            fail(expected, key + " expected " + wanted + ", but is " + found);
        }
    }

    private void fail(Located at, String message) {
        failures.add(new FolderProblem(test.file(), at.line(), "test \"" + test.name() + "\": " + message));
    }

    private String written(Instant instant) {
        return instant.atZone(setup.calendar().zone()).toOffsetDateTime().toString();
    }

    private static @Nullable Instant instant(Located expected) {
        var moment = TestsReader.moment(expected.text());
        return moment == null ? null : moment.toInstant();
    }

    // numbers are equal when they are the same number, however they are written
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros();
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case List<?> list -> list.stream().map(ServiceTests::plain).toList();
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, each) -> plain.put(key, plain(each)));
                yield plain;
            }
            case null, default -> value;
        };
    }
}
