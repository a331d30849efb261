package no.torg.catalog;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.forms.Asking;
import no.torg.forms.Form;
import no.torg.forms.Located;
import no.torg.forms.YamlTree;
import org.jspecify.annotations.Nullable;

/** Reads the tests that travel with a service. */
final class TestsReader {

    private final Map<String, byte[]> files;
    private final Findings findings;

    TestsReader(Map<String, byte[]> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** The tests of all files; a service has at least one. */
    List<ServiceTest> read(@Nullable Form form) {
        var tests = new ArrayList<ServiceTest>();
        files.forEach((file, bytes) -> {
            if (file.startsWith("tests/")) {
                var root = YamlTree.read(bytes, FolderFiles.LARGEST, findings.in(file));
                if (root != null) {
                    Schemas.TESTS.check(root, findings.in(file));
                    root.list().forEach(each -> add(tests, file, each, form));
                }
            }
        });
        if (files.keySet().stream().noneMatch(file -> file.startsWith("tests/"))) {
            findings.add("tests", 1, "a service has at least one file of tests");
        }
        return tests;
    }

    private void add(List<ServiceTest> tests, String file, Located test, @Nullable Form form) {
        for (var moment : List.of(List.of("now"), List.of("expect", "due"), List.of("expect", "promised"))) {
            checkMoment(file, test, moment);
        }
        var expect = test.get("expect");
        if (form != null && expect != null) {
            checkKeys(file, expect.get("shown"), form.keys(), true);
            checkKeys(file, expect.get("stored"), form.keys(), false);
        }
        var now = moment(test.text("now"));
        if (now == null || expect == null) {
            return;
        }
        var answers = new LinkedHashMap<String, @Nullable Object>();
        if (test.get("answers") != null) {
            test.map().get("answers").map().forEach((key, value) -> answers.put(key, value.plain()));
        }
        var person = test.get("person") == null ? new Located(Map.of(), test.line()) : test.map().get("person");
        tests.add(new ServiceTest(file, test.line(), String.valueOf(test.text("name")),
            new Asking.Person(person.text("affiliation"), person.text("unit"), person.text("language")), now.toInstant(), answers, expect));
    }

    private void checkMoment(String file, Located test, List<String> path) {
        var at = test;
        for (var step : path) {
            at = at == null ? null : at.get(step);
        }
        if (at != null && at.text() != null && moment(at.text()) == null) {
            findings.add(file, at.line(), String.join(".", path) + " is no moment: " + at.text());
        }
    }

    private void checkKeys(String file, @Nullable Located given, Set<String> keys, boolean listed) {
        if (given != null && listed) {
            given.list().stream().filter(each -> each.text() != null && !keys.contains(each.text()))
                .forEach(each -> findings.add(file, each.line(), "the form has no \"" + each.text() + "\""));
        } else if (given != null) {
            given.map().forEach((key, value) -> {
                if (!keys.contains(key)) {
                    findings.add(file, value.line(), "the form has no \"" + key + "\"");
                }
            });
        }
    }

    /** The moment, within the years that calendars know, or {@code null}. */
    static @Nullable OffsetDateTime moment(@Nullable String text) {
        try {
            var moment = text == null ? null : OffsetDateTime.parse(text);
            return moment != null && moment.getYear() > 1900 && moment.getYear() < 2190 ? moment : null;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
