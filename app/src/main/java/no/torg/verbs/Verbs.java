package no.torg.verbs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Finds the verb a person typed and runs it. */
@Component
public class Verbs {

    private final List<Verb> verbs;
    private final List<Wording> wordings;

    Verbs(List<Verb> verbs, List<Wording> wordings) {
        this.wordings = wordings;
        this.verbs = verbs.stream().sorted(Comparator.comparing(Verb::name)).toList();
    }

    /** Runs the verb; 0 when done, 1 when refused, 2 when no such verb; refusals are printed as one sentence. */
    public int run(String... typed) {
        var words = List.of(typed);
        var found = find(words);
        if (found.isEmpty()) {
            System.err.println("No such verb: " + String.join(" ", typed));
            usages().forEach(System.err::println);
            return 2;
        }
        var verb = found.get();
        try {
            verb.run(arguments(words.subList(verb.name().split(" ").length, words.size())), System.out);
            return 0;
        } catch (RuntimeException refused) {
            System.err.println(worded(refused));
            return 1;
        }
    }

    /** One line a verb, for help. */
    public List<String> usages() {
        return verbs.stream().map(verb -> "  ./torg " + verb.name() + " " + verb.usage()).toList();
    }

    private String worded(RuntimeException refused) {
        return wordings.stream().flatMap(wording -> wording.of(refused).stream()).findFirst()
                .orElseGet(() -> refused.getMessage() == null ? refused.toString() : refused.getMessage());
    }

    private Optional<Verb> find(List<String> words) {
        return verbs.stream()
                .filter(verb -> startsWith(words, List.of(verb.name().split(" "))))
                .max(Comparator.comparing(verb -> verb.name().length()));
    }

    private static boolean startsWith(List<String> words, List<String> name) {
        return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }

    private static Verb.Arguments arguments(List<String> typed) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (word.contains("=")) {
                options.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (i + 1 < typed.size()) {
                options.put(word.substring(2), typed.get(++i));
            } else {
                throw new Verb.Misuse("What should " + word + " be?");
            }
        }
        return new Verb.Arguments(List.copyOf(words), options);
    }
}
