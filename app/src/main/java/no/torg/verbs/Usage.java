package no.torg.verbs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a verb is called, and what somebody typed read by it. */
record Usage(String name, String follows, String does) {

    private static final Pattern OPTION = Pattern.compile("--([a-z-]+)");
    private static final Pattern FLAG = Pattern.compile("\\[--([a-z-]+)]");
    private static final Pattern WORD = Pattern.compile("(?<![-\\w])[A-Z]+(?= |$)");

    static Usage of(Called called) {
        return new Usage(called.name(), called.usage(), called.does());
    }

    List<String> words() {
        return List.of(name.split(" "));
    }

    boolean begins(List<String> typed) {
        return typed.size() >= words().size() && typed.subList(0, words().size()).equals(words());
    }

    String call() {
        return "./torg " + (name + " " + follows).strip();
    }

    /** What follows the name, with nothing that the verb does not take: a slip must not be passed over in silence. */
    Verb.Arguments read(List<String> typed) {
        var rest = typed.subList(words().size(), typed.size());
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < rest.size(); i++) {
            var word = rest.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (word.contains("=")) {
                options.put(option(word.substring(2, word.indexOf('='))), word.substring(word.indexOf('=') + 1));
            } else if (named(FLAG).contains(word.substring(2))) {
                options.put(word.substring(2), "yes");
            } else if (i + 1 < rest.size()) {
                options.put(option(word.substring(2)), rest.get(++i));
            } else {
                throw new Verb.Misuse("What should " + word + " be? " + call());
            }
        }
        if (words.size() != wanted()) {
            throw new Verb.Misuse((words.size() < wanted() ? "Something is missing. " : "There is a word too many: " + words.getLast() + ". ") + call());
        }
        return new Verb.Arguments(List.copyOf(words), options);
    }

    private String option(String name) {
        if (!named(OPTION).contains(name)) {
            throw new Verb.Misuse("There is no option --" + name + ". " + call());
        }
        return name;
    }

    private Set<String> named(Pattern pattern) {
        return pattern.matcher(follows).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private int wanted() {
        var option = follows.indexOf("--");
        var before = option < 0 ? follows : follows.substring(0, option);
        return (int) WORD.matcher(before).results().map(MatchResult::group).count();
    }
}
