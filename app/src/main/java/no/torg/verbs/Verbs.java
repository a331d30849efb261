package no.torg.verbs;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Finds the verb a person typed, and makes and runs it alone. */
@Component
public class Verbs {

    private final ListableBeanFactory beans;
    private final ObjectProvider<Sentences> sentences;

    Verbs(ListableBeanFactory beans, ObjectProvider<Sentences> sentences) {
        this.beans = beans;
        this.sentences = sentences;
    }

    private record Known(String bean, Usage usage) {
    }

    /** Runs the verb at the terminal; 0 when done, 1 when refused, 2 when no such verb. */
    public int run(String... typed) {
        return run(System.out, System.err, typed);
    }

    /** Runs the verb; refusals are printed to {@code err}, one sentence a line. */
    public int run(PrintStream out, PrintStream err, String... typed) {
        var words = List.of(typed);
        if (words.equals(List.of("help"))) {
            usages().forEach(out::println);
            return 0;
        }
        var found = find(words);
        if (found.isEmpty()) {
            err.println("No such verb: " + String.join(" ", typed));
            near(words).forEach(err::println);
            return 2;
        }
        try {
            var arguments = found.get().usage().read(words);
            beans.getBean(found.get().bean(), Verb.class).run(arguments, out);
            return 0;
        } catch (RuntimeException refused) {
            told(refused).forEach(err::println);
            return 1;
        }
    }

    /** One line a verb, for help. */
    public List<String> usages() {
        return known().map(known -> "  " + known.usage().call() + "  – " + known.usage().does()).toList();
    }

    private Stream<Known> known() {
        return Arrays.stream(beans.getBeanNamesForType(Verb.class, true, false))
                .map(name -> new Known(name, Usage.of(called(name)))).sorted(Comparator.comparing(known -> known.usage().name()));
    }

    private Called called(String bean) {
        var called = beans.findAnnotationOnBean(bean, Called.class, false);
        if (called == null) {
            throw new IllegalStateException("The verb " + bean + " does not say what it is called");
        }
        return called;
    }

    private Optional<Known> find(List<String> typed) {
        return known().filter(known -> known.usage().begins(typed)).max(Comparator.comparing(known -> known.usage().words().size()));
    }

    /** Those that begin alike, else all. */
    private List<String> near(List<String> typed) {
        var alike = usages().stream().filter(usage -> usage.startsWith("  ./torg " + typed.getFirst() + " ")).toList();
        return alike.isEmpty() ? usages() : alike;
    }

    private List<String> told(RuntimeException refused) {
        var known = sentences.stream().flatMap(one -> one.of(refused).stream()).toList();
        if (!known.isEmpty()) {
            return known;
        }
        var cause = refused instanceof BeansException ? NestedExceptionUtils.getMostSpecificCause(refused) : refused;
        return List.of(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }
}
