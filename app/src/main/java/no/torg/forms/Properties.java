package no.torg.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.torg.forms.Component.Choice;
import org.jspecify.annotations.Nullable;

/** The properties of one component (or of an object inside it), each read as what it must be, or with a problem at its line. */
final class Properties {

    private static final int MOST_CHOICES = 500;

    private final Located item;
    private final List<Problem> problems;

    Properties(Located item, List<Problem> problems) {
        this.item = item;
        this.problems = problems;
    }

    void only(Set<String> known, Set<String> always, String what) {
        item.map().forEach((name, value) -> {
            if (!known.contains(name) && !always.contains(name)) {
                problems.add(new Problem(value.line(), "unknown " + what + " \"" + FormReader.cut(name) + "\""));
            }
        });
    }

    Properties inside(String name) {
        var inner = item.get(name);
        if (inner != null && !(inner.value() instanceof Map)) {
            problems.add(new Problem(inner.line(), name + " must be an object"));
        }
        return new Properties(inner == null ? new Located(Map.of(), item.line()) : inner, problems);
    }

    boolean has(String name) {
        return item.get(name) != null;
    }

    @Nullable Located located(String name) {
        return item.get(name);
    }

    int line() {
        return item.line();
    }

    int line(String name) {
        return item.lineOf(List.of(name));
    }

    /** The text, empty if there is none. */
    String text(String name) {
        var value = item.get(name);
        if (value == null) {
            return "";
        }
        var text = value.text();
        if (text == null) {
            problem(name, "must be a text");
            return "";
        }
        return text;
    }

    /** Text that people read: not an expression, not too long. */
    String words(String name, int longest) {
        var text = text(name);
        if (text.length() > longest) {
            problem(name, "has more than " + longest + " characters");
        } else if (text.startsWith("=") || text.contains("{{")) {
            problem(name, "must be plain text, not an expression");
        }
        return text;
    }

    boolean truth(String name) {
        var value = item.get(name);
        if (value != null && !(value.value() instanceof Boolean)) {
            problem(name, "must be true or false");
        }
        return value != null && Boolean.TRUE.equals(value.value());
    }

    @Nullable BigDecimal number(String name) {
        var value = item.get(name);
        if (value == null) {
            return null;
        }
        var number = value.number();
        if (number == null || number.precision() > 15 || Math.abs(number.scale()) > 15) {
            problem(name, "must be a number of at most 15 digits");
            return null;
        }
        return number;
    }

    int whole(String name, int otherwise, int least, int most) {
        if (item.get(name) == null) {
            return otherwise;
        }
        var number = number(name);
        if (number == null) {
            return otherwise;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            problem(name, "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return number.intValue();
    }

    String oneOf(String name, Set<String> allowed) {
        var text = text(name);
        if (has(name) && !allowed.contains(text)) {
            problem(name, "must be one of " + String.join(", ", new TreeSet<>(allowed)));
            return "";
        }
        return text;
    }

    @Nullable Feel expression(String name, FeelScope scope) {
        var text = text(name);
        if (!has(name)) {
            return null;
        }
        if (!text.startsWith("=")) {
            problem(name, "must be FEEL that begins with =");
            return null;
        }
        try {
            return Feel.compile(text.substring(1), scope);
        } catch (FeelProblem wrong) {
            problem(name, "is refused: " + wrong.getMessage());
            return null;
        }
    }

    List<Choice> choices(int longestLabel) {
        var listed = item.get("values");
        var choices = new ArrayList<Choice>();
        if (listed == null || listed.list().isEmpty()) {
            problem("values", "must have at least one choice");
        } else if (listed.list().size() > MOST_CHOICES) {
            problem("values", "has more than " + MOST_CHOICES + " choices");
        } else {
            var seen = new HashSet<String>();
            for (var choice : listed.list()) {
                var read = new Properties(choice, problems);
                read.only(Set.of("value", "label"), Set.of(), "property");
                choices.add(new Choice(read.text("value"), read.words("label", longestLabel)));
                if (read.text("value").isBlank() || read.text("value").length() > 100 || read.words("label", longestLabel).isBlank()) {
                    problems.add(new Problem(choice.line(), "a choice has a value of at most 100 characters and a label"));
                } else if (!seen.add(read.text("value"))) {
                    problems.add(new Problem(choice.line(), "the value \"" + read.text("value") + "\" stands twice"));
                }
            }
        }
        return choices;
    }

    private void problem(String name, String what) {
        problems.add(new Problem(line(name), name + " " + what));
    }
}
