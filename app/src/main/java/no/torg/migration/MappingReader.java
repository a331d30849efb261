package no.torg.migration;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import no.torg.cases.CaseFile;
import no.torg.forms.Located;
import no.torg.forms.YamlTree;
import no.torg.migration.Mapping.CaseColumns;
import no.torg.migration.Mapping.Counter;
import no.torg.migration.Mapping.Dates;
import no.torg.migration.Mapping.Marks;
import no.torg.migration.Mapping.Shape;
import no.torg.migration.Mapping.Source;
import no.torg.migration.Mapping.Team;
import no.torg.migration.Mapping.Values;
import org.jspecify.annotations.Nullable;

/** Reads a mapping, whole or refused with every problem at its line. */
final class MappingReader {

    static final int LARGEST = 200_000;
    static final Set<String> STATES = Set.of("new", "in-progress", "waiting-for-requester", "waiting-for-third-party", "resolved", "closed");
    private static final Set<String> PRIORITIES = Set.of("1", "2", "3", "4", "5");
    private static final Set<String> CHANNELS = Set.of("portal", "api", "mail", "phone", "import");
    private static final Set<String> KINDS = Set.of("inquiry", "incident", "order", "application", "report", "problem", "change");
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final Set<String> PARTS = Set.of("format", "scheme", "service", "file", "dates", "event", "case", "state", "priority", "impact", "urgency", "channel",
            "team", "people", "fields", "counters");
    private static final Located NOTHING = new Located(Map.of(), 1);

    private final Located root;
    private final List<String> problems;

    private MappingReader(Located root, List<String> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The mapping; what is wrong with it is refused, a sentence each. */
    static Mapping read(byte[] bytes) {
        var problems = new ArrayList<String>();
        var root = YamlTree.read(bytes, LARGEST, (line, problem) -> problems.add("line " + line + ": " + problem));
        var mapping = root == null || !problems.isEmpty() ? null : new MappingReader(root, problems).mapping();
        if (mapping == null || !problems.isEmpty()) {
            throw MappingProblems.of(problems);
        }
        return mapping;
    }

    private Mapping mapping() {
        only(root, PARTS, "the mapping");
        if (!"1".equals(text(root, "format", ""))) {
            problem(root, "format must be 1");
        }
        var scheme = text(root, "scheme", "");
        if (!scheme.matches("[a-z][a-z0-9-]{1,59}")) {
            problem(root, "scheme must be a short name of small letters, digits and hyphens");
        }
        var file = part("file", Set.of("separator", "encoding", "missing"));
        var dates = part("dates", Set.of("formats", "zone"));
        var event = part("event", Set.of("case", "key", "order", "at", "by"));
        var of = part("case", Set.of("title", "opened", "resolved", "closed", "requester", "handler"));
        var team = part("team", Set.of("column", "values", "none", "unit"));
        var marks = new Marks(needed(event, "event", "case"), columns(event, "key"), columns(event, "order"), needed(event, "event", "at"), event.text("by"));
        return new Mapping(scheme, source(scheme), shape(file), dates(dates), marks,
                new CaseColumns(of.text("opened"), of.text("resolved"), of.text("closed"), of.text("requester"), of.text("handler")),
                of.get("title") == null ? byLanguage(new Located("{" + marks.caseNumber() + "}", of.line())) : byLanguage(of.get("title")),
                values("state", STATES, "in-progress", true), values("priority", PRIORITIES, "3", false), values("impact", CaseFile.IMPACTS, "individual", false),
                values("urgency", CaseFile.URGENCIES, "normal", false), values("channel", CHANNELS, "import", false),
                team(team),
                texts(root.get("people")), texts(root.get("fields")), counters());
    }

    private Source source(String scheme) {
        var service = part("service", Set.of("key", "kind", "name"));
        var kind = text(service, "kind", "incident");
        if (!KINDS.contains(kind)) {
            problem(service, "kind must be one of " + String.join(", ", KINDS));
        }
        return new Source(text(service, "key", scheme), kind, service.get("name") == null ? Map.of("nb", scheme, "nn", scheme, "en", scheme) : byLanguage(service.get("name")));
    }

    private Shape shape(Located file) {
        var separator = text(file, "separator", ",");
        var written = separator.equals("tab") ? "\t" : separator;
        if (written.length() != 1 || written.equals("\"")) {
            problem(file, "separator must be one character, or the word tab");
        }
        var missing = new HashSet<>(Set.of(""));
        if (file.get("missing") != null) {
            file.get("missing").list().forEach(one -> missing.add(String.valueOf(one.value())));
        }
        return new Shape(written.isEmpty() ? ',' : written.charAt(0), charset(file), missing);
    }

    private Charset charset(Located file) {
        try {
            return Charset.forName(text(file, "encoding", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            problem(file, "there is no encoding " + file.text("encoding"));
            return StandardCharsets.UTF_8;
        }
    }

    private Dates dates(Located dates) {
        var formats = dates.get("formats") == null ? List.of("iso") : dates.get("formats").list().stream().map(Located::text).filter(text -> text != null).toList();
        try {
            Times.check(formats);
        } catch (IllegalArgumentException wrong) {
            problem(dates, "dates cannot be written so: " + wrong.getMessage());
        }
        if (formats.isEmpty()) {
            problem(dates, "formats must be a list of at least one format");
        }
        try {
            return new Dates(formats, ZoneId.of(text(dates, "zone", "")));
        } catch (DateTimeException unknown) {
            problem(dates, "zone must name the time zone of the log's times, as Europe/Oslo or UTC");
            return new Dates(formats, ZoneOffset.UTC);
        }
    }

    private Values values(String name, Set<String> allowed, String otherwise, boolean columnNeeded) {
        var part = part(name, Set.of("column", "values", "others"));
        var values = texts(part.get("values"));
        var others = text(part, "others", otherwise);
        values.forEach((from, to) -> {
            if (!allowed.contains(to)) {
                problem(part, name + ": " + from + " becomes " + to + ", which is none of " + String.join(", ", allowed.stream().sorted().toList()));
            }
        });
        if (!allowed.contains(others)) {
            problem(part, name + ": others must be one of " + String.join(", ", allowed.stream().sorted().toList()));
        }
        if (columnNeeded && part.text("column") == null) {
            problem(part, name + " must name its column");
        }
        return new Values(part.text("column"), values, others);
    }

    private Team team(Located part) {
        var values = texts(part.get("values"));
        var none = text(part, "none", "No team");
        if (Stream.concat(values.values().stream(), Stream.of(none, text(part, "unit", none))).anyMatch(name -> !name.matches("(?!\\s*$)\\P{Cc}{1,200}"))) {
            problem(part, "the names of teams and units have 1 to 200 characters on one line");
        }
        return new Team(part.text("column"), values, none, part.text("unit"));
    }

    private List<Counter> counters() {
        var counters = new ArrayList<Counter>();
        var listed = root.get("counters") == null ? NOTHING : root.get("counters");
        listed.map().forEach((name, counter) -> {
            only(counter, Set.of("column", "mean", "yes", "no"), "counter " + name);
            if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
                problem(counter, "a counter's name has small letters, digits and underscores: " + name);
            }
            var words = new LinkedHashMap<String, Integer>();
            if (counter.get("yes") != null) {
                words.put(String.valueOf(counter.get("yes").value()), 1);
            }
            if (counter.get("no") != null) {
                words.put(String.valueOf(counter.get("no").value()), 0);
            }
            counters.add(new Counter(name, needed(counter, "counter " + name, "column"), counter.text("mean"), words));
        });
        return counters;
    }

    private Located part(String name, Set<String> known) {
        var part = root.get(name);
        if (part == null) {
            return new Located(Map.of(), root.line());
        }
        if (!(part.value() instanceof Map)) {
            problem(part, name + " must be a map");
            return new Located(Map.of(), part.line());
        }
        only(part, known, name);
        return part;
    }

    private void only(Located part, Set<String> known, String what) {
        part.map().forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(value, what + " has no " + name);
            }
        });
    }

    private Map<String, String> byLanguage(Located given) {
        var said = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) {
            var text = given.text() != null ? given.text() : given.text(language);
            if (text == null || text.isBlank() || text.length() > 200) {
                problem(given, "a text of at most 200 characters is missing in " + language);
            }
            said.put(language, text == null ? "" : text);
        }
        return said;
    }

    private List<String> columns(Located part, String name) {
        var found = part.get(name);
        var columns = found == null ? List.<String>of() : found.text() != null ? List.of(found.text()) : found.list().stream().map(one -> String.valueOf(one.value())).toList();
        if (columns.isEmpty()) {
            problem(part, "event must name the columns of its " + name);
        }
        return columns;
    }

    private String needed(Located part, String what, String name) {
        var text = part.text(name);
        if (text == null || text.isBlank()) {
            problem(part, what + " must name the column " + name);
            return "";
        }
        return text;
    }

    private static Map<String, String> texts(@Nullable Located part) {
        var texts = new LinkedHashMap<String, String>();
        if (part != null) {
            part.map().forEach((name, value) -> texts.put(name, String.valueOf(value.value())));
        }
        return texts;
    }

    private static String text(Located part, String name, String otherwise) {
        var found = part.get(name);
        return found == null || found.value() == null ? otherwise : found.value().toString();
    }

    private void problem(Located where, String what) {
        problems.add("line " + where.line() + ": " + what);
    }
}
