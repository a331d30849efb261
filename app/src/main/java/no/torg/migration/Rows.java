package no.torg.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.migration.Mapping.Values;
import org.jspecify.annotations.Nullable;

/** Reads the records of a log by its mapping. What cannot be read says why; what the mapping does not name is told and taken by its rule for others. */
final class Rows {

    static final int LONGEST_WORD = 200;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern COUNTED = Pattern.compile("-?[0-9]{1,9}");
    private static final int LONGEST_HINT = 500;
    private static final char REPLACED = '\uFFFD';

    private final Mapping mapping;
    private final Times times;
    private final Splitter splitter;
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    /** A record that cannot be read. */
    static final class Unreadable extends RuntimeException {

        private final transient Problem problem;

        Unreadable(String what, Object... args) {
            super(what, null, false, false);
            this.problem = Problem.of(what, args);
        }

        Problem problem() {
            return problem;
        }
    }

    /** The header names the columns; those that the mapping needs and it lacks are refused. */
    Rows(Mapping mapping, String header) {
        this.mapping = mapping;
        this.times = new Times(mapping.dates());
        this.splitter = new Splitter(mapping.shape().separator());
        if (header.startsWith("PK\u0003\u0004")) {
            throw MappingProblems.of(List.of("The file is a spreadsheet or another packed file. Save it as CSV; it may be packed with gzip."));
        }
        if (header.chars().anyMatch(one -> one == 0 || one == REPLACED)) {
            throw MappingProblems.of(List.of("The file's first line is not text in " + mapping.shape().encoding().name() + "."));
        }
        var names = splitter.values(header.startsWith("\uFEFF") ? header.substring(1) : header);
        this.width = names.size();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i).strip(), i);
        }
        var lacking = mapping.used().stream().filter(column -> !places.containsKey(column)).map(column -> "The file has no column " + column + ".").toList();
        if (!lacking.isEmpty()) {
            throw MappingProblems.of(Stream.concat(lacking.stream(), Stream.of(hint(names))).toList());
        }
    }

    /** What the file has instead of the columns that it lacks. */
    private String hint(List<String> names) {
        var all = String.join(", ", names).replaceAll("\\p{Cc}", " ");
        var shown = all.length() > LONGEST_HINT ? all.substring(0, LONGEST_HINT) + " …" : all;
        return names.size() > 1 ? "The file has the columns " + shown + "."
                : "The file's first line is a single column when it is parted by \"" + mapping.shape().separator() + "\": " + shown + ". Is the separator another?";
    }

    /** The record as it stands in the file, by its place from 1 after the header; {@code unknown} is told of a field's value that is not named. */
    Read read(long n, String line, BiConsumer<String, String> unknown) {
        var cells = splitter.values(line);
        if (cells.size() != width) {
            throw new Unreadable("width", cells.size(), width);
        }
        if (line.indexOf('\0') >= 0 || line.indexOf(REPLACED) >= 0) {
            throw new Unreadable("encoding", mapping.shape().encoding().name());
        }
        var row = new Row(cells);
        var marks = mapping.marks();
        var number = row.needed(marks.caseNumber());
        var at = row.time(marks.at());
        if (at == null) {
            throw new Unreadable("nothing", marks.at());
        }
        var opened = row.time(mapping.columns().opened());
        return new Read(n, line, number, id(row, marks.key(), number), order(row, marks.order(), at, n), at, row.word(marks.by()), opened == null ? at : opened,
                row.time(mapping.columns().resolved()), row.time(mapping.columns().closed()), row.word(mapping.columns().requester()), row.word(mapping.columns().handler()),
                row.mapped("state", mapping.state(), unknown), row.mapped("priority", mapping.priority(), unknown), row.mapped("impact", mapping.impact(), unknown),
                row.mapped("urgency", mapping.urgency(), unknown), row.mapped("channel", mapping.channel(), unknown), row.word(mapping.team().column()),
                row::value, row.counters());
    }

    /** Of its case: keys that begin anew in each must not be taken for one another. */
    private UUID id(Row row, List<String> key, String number) {
        var text = new StringBuilder(mapping.scheme());
        if (!key.contains(mapping.marks().caseNumber())) {
            text.append('\0').append(number);
        }
        key.forEach(column -> text.append('\0').append(row.needed(column)));
        return named(text.toString());
    }

    /** The id that a text always has; SHA-256 in the form of a UUID of version 8. */
    static UUID named(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Numbers by size, times by when, all else by its characters; the record's time where no column says; last the place in the file. */
    private List<Object> order(Row row, List<String> columns, Instant at, long n) {
        var order = new ArrayList<Object>();
        if (columns.isEmpty()) {
            order.add(at.toEpochMilli());
        }
        for (var column : columns) {
            var text = row.needed(column);
            var number = WHOLE.matcher(text).matches();
            var time = number ? null : times.read(text);
            order.add(number ? (Object) Long.parseLong(text) : time == null ? text : (Object) time.toEpochMilli());
        }
        order.add(n);
        return order;
    }

    private final class Row {

        private final List<String> cells;

        Row(List<String> cells) {
            this.cells = cells;
        }

        /** The value; null where it is missing. */
        private @Nullable String value(String column) {
            var text = cells.get(places.get(column)).strip();
            return mapping.shape().missing().contains(text) ? null : text;
        }

        private @Nullable String word(Columns columns) {
            if (!columns.when().isEmpty() && !columns.when().entrySet().stream().allMatch(one -> one.getValue().contains(String.valueOf(word(one.getKey()))))) {
                return null;
            }
            if (columns.names().size() == 1) {
                return word(columns.names().getFirst());
            }
            var words = columns.names().stream().map(this::word).filter(word -> word != null).limit(columns.first() ? 1 : Long.MAX_VALUE).toList();
            var joined = String.join(columns.between(), words);
            if (joined.length() > LONGEST_WORD) {
                throw new Unreadable("long", LONGEST_WORD, columns);
            }
            return words.isEmpty() ? null : joined;
        }

        private @Nullable String word(String column) {
            var value = value(column);
            if (value != null && value.length() > LONGEST_WORD) {
                throw new Unreadable("long", LONGEST_WORD, column);
            }
            if (value != null && controls(value)) {
                throw new Unreadable("control", column);
            }
            return value;
        }

        private static boolean controls(String value) {
            for (int i = 0; i < value.length(); i++) {
                if (Character.isISOControl(value.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        private String needed(String column) {
            var word = word(column);
            if (word == null) {
                throw new Unreadable("nothing", column);
            }
            return word;
        }

        private @Nullable Instant time(Columns columns) {
            var value = word(columns);
            var time = value == null ? null : times.read(value);
            if (value != null && time == null) {
                throw new Unreadable("time", columns, value);
            }
            return time;
        }

        private Read.Mapped mapped(String field, Values values, BiConsumer<String, String> unknown) {
            var label = word(values.column());
            var known = label == null ? null : values.values().get(label);
            if (label != null && known == null) {
                unknown.accept(field, label);
            }
            var value = label == null && mapping.carried().contains(field) ? MappingWords.UNCHANGED : known == null ? values.others() : known;
            var unchanged = value.equals(MappingWords.UNCHANGED);
            return new Read.Mapped(label == null ? "" : label, unchanged ? values.first() : value, known != null, unchanged);
        }

        private Map<String, Integer> counters() {
            var counters = new LinkedHashMap<String, Integer>();
            for (var counter : mapping.counters()) {
                var value = word(counter.column());
                if (value == null) {
                    continue;
                }
                var number = counter.words().containsKey(value) ? counter.words().get(value) : COUNTED.matcher(value).matches() ? Integer.valueOf(value) : null;
                if (number == null) {
                    throw new Unreadable("number", counter.column(), value);
                }
                counters.put(counter.name(), number);
            }
            return counters;
        }
    }
}
