package no.torg.migration;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import no.torg.forms.Located;
import no.torg.migration.Mapping.CaseColumns;
import no.torg.migration.Mapping.Dates;
import no.torg.migration.Mapping.Marks;
import no.torg.migration.Mapping.Shape;
import no.torg.migration.Mapping.Source;
import no.torg.migration.Mapping.Team;
import no.torg.migration.Mapping.Values;

/** Reads a mapping, whole or refused with every problem at its line. */
final class MappingReader {

    static final int LARGEST = MappingTree.LARGEST;
    private static final Set<String> KINDS = Set.of("inquiry", "incident", "order", "application", "report", "problem", "change");
    private static final Set<String> PARTS = Set.of("format", "scheme", "service", "file", "dates", "event", "case", "state", "priority", "impact", "urgency", "channel",
            "team", "people", "fields", "counters", "carried");

    private final MappingTree tree;

    private MappingReader(MappingTree tree) {
        this.tree = tree;
    }

    /** The mapping; what is wrong with it is refused, a sentence each. */
    static Mapping read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The mapping; what is wrong with it is refused, a sentence each. */
    static Mapping read(byte[] bytes) {
        var problems = new ArrayList<String>();
        var tree = MappingTree.read(bytes, problems);
        var mapping = tree == null ? null : new MappingReader(tree).mapping();
        if (mapping == null || !problems.isEmpty()) {
            throw MappingProblems.of(problems);
        }
        return mapping;
    }

    private Mapping mapping() {
        tree.only(tree.root(), PARTS, "the mapping");
        if (!"1".equals(MappingTree.text(tree.root(), "format", ""))) {
            tree.problem(tree.root(), "format must be 1");
        }
        var scheme = MappingTree.text(tree.root(), "scheme", "");
        if (!scheme.matches("[a-z][a-z0-9-]{1,59}")) {
            tree.problem(tree.root(), "scheme must be a short name of small letters, digits and hyphens");
        }
        var marks = marks(tree.part("event", Set.of("case", "key", "order", "at", "by", "duplicates")));
        var of = tree.part("case", Set.of("title", "opened", "resolved", "closed", "requester", "handler"));
        var title = of.get("title") == null ? new Located("{" + marks.caseNumber() + "}", of.line()) : of.get("title");
        var words = new MappingWords(tree);
        var state = words.state();
        var columns = new CaseColumns(from(of, "opened"), from(of, "resolved"), from(of, "closed"), from(of, "requester"), from(of, "handler"));
        var sorting = Map.of("priority", words.priority(), "impact", words.impact(), "urgency", words.urgency(), "channel", words.channel());
        var team = words.team();
        return new Mapping(scheme, source(scheme), shape(tree.part("file", Set.of("separator", "encoding", "missing"))),
                dates(tree.part("dates", Set.of("formats", "zone", "language"))), marks,
                columns, tree.byLanguage(title), state, sorting.get("priority"), sorting.get("impact"), sorting.get("urgency"), sorting.get("channel"), team,
                MappingTree.texts(tree.root().get("people")), MappingTree.texts(tree.root().get("fields")), words.counters(), carried(words, state, sorting, columns, team));
    }

    /** What is told by some records only is left by the others as it was. */
    private static Set<String> carried(MappingWords words, Values state, Map<String, Values> sorting, CaseColumns columns, Team team) {
        var carried = new HashSet<>(words.carried());
        var all = new HashMap<>(Map.of("state", state.column(), "team", team.column(), "handler", columns.handler(), "requester", columns.requester(), "resolved", columns.resolved(),
                "closed", columns.closed()));
        sorting.forEach((name, values) -> all.put(name, values.column()));
        all.entrySet().stream().filter(one -> !one.getValue().when().isEmpty()).map(Map.Entry::getKey).forEach(carried::add);
        return Set.copyOf(carried);
    }

    private Columns from(Located part, String name) {
        return tree.columns(part, name, " ");
    }

    private Marks marks(Located event) {
        var duplicates = MappingTree.text(event, "duplicates", "merge");
        if (!Set.of("merge", "keep").contains(duplicates)) {
            tree.problem(event, "duplicates must be merge or keep");
        }
        return new Marks(tree.needed(event, "event", "case"), tree.neededNames(event, "key"), MappingTree.words(event, "order").stream().filter(one -> !one.isBlank()).toList(), tree.neededColumns(event, "event", "at"),
                from(event, "by"), duplicates.equals("keep"));
    }

    private Source source(String scheme) {
        var service = tree.part("service", Set.of("key", "kind", "name"));
        var kind = MappingTree.text(service, "kind", "incident");
        if (!KINDS.contains(kind)) {
            tree.problem(service, "kind must be one of " + String.join(", ", KINDS));
        }
        var name = service.get("name");
        return new Source(MappingTree.text(service, "key", scheme), kind, name == null ? Map.of("nb", scheme, "nn", scheme, "en", scheme) : tree.byLanguage(name));
    }

    private Shape shape(Located file) {
        var separator = MappingTree.text(file, "separator", ",");
        var written = separator.equals("tab") ? "\t" : separator;
        if (written.length() != 1 || written.equals("\"")) {
            tree.problem(file, "separator must be one character, or the word tab");
        }
        var missing = new HashSet<>(MappingTree.words(file, "missing"));
        missing.add("");
        return new Shape(written.isEmpty() ? ',' : written.charAt(0), charset(file), missing);
    }

    private Charset charset(Located file) {
        try {
            return Charset.forName(MappingTree.text(file, "encoding", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            tree.problem(file, "there is no encoding " + file.text("encoding"));
            return StandardCharsets.UTF_8;
        }
    }

    private Dates dates(Located dates) {
        var formats = dates.get("formats") == null ? List.of("iso") : MappingTree.words(dates, "formats");
        var language = MappingTree.text(dates, "language", "en");
        if (!Times.LANGUAGES.contains(language)) {
            tree.problem(dates, "language, in which months and days are written, must be one of " + String.join(", ", Times.LANGUAGES));
        }
        try {
            Times.check(formats, Locale.forLanguageTag(language));
        } catch (IllegalArgumentException wrong) {
            tree.problem(dates, "dates cannot be written so: " + wrong.getMessage());
        }
        if (formats.isEmpty()) {
            tree.problem(dates, "formats must be a list of at least one format");
        }
        return new Dates(formats, zone(dates), Locale.forLanguageTag(language));
    }

    private ZoneId zone(Located dates) {
        try {
            return ZoneId.of(MappingTree.text(dates, "zone", ""));
        } catch (DateTimeException unknown) {
            tree.problem(dates, "zone must name the time zone of the log's times, as Europe/Oslo or UTC");
            return ZoneOffset.UTC;
        }
    }
}
