package no.torg.migration;

import java.util.List;

/** A mapping that cannot be used, or does not fit the file; every problem is a sentence. */
final class MappingRefused extends RuntimeException {

    private final List<String> problems;

    MappingRefused(List<String> problems) {
        super("The mapping cannot be used.\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
