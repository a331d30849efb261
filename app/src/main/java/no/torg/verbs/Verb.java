package no.torg.verbs;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something an operator does from the command line; a seam with one bean a verb, each {@link Called} by its name. */
public interface Verb {

    /** Does it, printing what a person needs to know; a broken rule is thrown as {@link Misuse} or the module's own refusal. */
    void run(Arguments arguments, PrintStream out);

    /** What followed the verb: words in order, and options given as {@code --name value}. */
    record Arguments(List<String> words, Map<String, String> options) {

        /** The word at {@code index}, or a refusal that says what is missing. */
        public String word(int index, String what) {
            if (index >= words.size()) {
                throw new Misuse("Missing: " + what);
            }
            return words.get(index);
        }

        /** The option's value, or {@code otherwise}. */
        public String option(String name, String otherwise) {
            return options.getOrDefault(name, otherwise);
        }

        /** The option's value, or a refusal that says it is missing. */
        public String option(String name) {
            return given(name).orElseThrow(() -> new Misuse("Missing: --" + name));
        }

        /** The option's value if it was given. */
        public Optional<String> given(String name) {
            return Optional.ofNullable(options.get(name));
        }

        /** The option's values, which commas part; none if it was not given. */
        public List<String> list(String name) {
            return given(name).stream().flatMap(text -> List.of(text.split(",")).stream()).map(String::strip).filter(text -> !text.isEmpty()).toList();
        }
    }

    /** The verb was called wrongly; the message is one sentence for the person who typed it. */
    class Misuse extends RuntimeException {

        public Misuse(String message) {
            super(message);
        }
    }
}
