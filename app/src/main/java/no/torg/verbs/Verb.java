package no.torg.verbs;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Something an operator does from the command line; a seam with one bean a verb. */
public interface Verb {

    /** The words it is called by, as {@code service import}. */
    String name();

    /** One line for {@code ./torg help}: what follows the name, two spaces, and what it does. */
    String usage();

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
            if (!options.containsKey(name)) {
                throw new Misuse("Missing: --" + name);
            }
            return options.get(name);
        }
    }

    /** The verb was called wrongly; the message is one sentence for the person who typed it. */
    class Misuse extends RuntimeException {

        public Misuse(String message) {
            super(message);
        }
    }
}
