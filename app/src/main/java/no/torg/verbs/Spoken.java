package no.torg.verbs;

import java.io.PrintStream;
import java.util.function.BiConsumer;

/** A verb made of its name, a line for help and what it does. */
public record Spoken(String name, String usage, BiConsumer<Verb.Arguments, PrintStream> does) implements Verb {

    @Override
    public void run(Arguments arguments, PrintStream out) {
        does.accept(arguments, out);
    }
}
