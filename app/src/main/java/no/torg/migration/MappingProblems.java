package no.torg.migration;

import java.util.List;

import no.torg.web.Invalid;
import no.torg.web.Invalid.Wrong;

/** What is wrong with a mapping, or between it and the file; each an English sentence, as with a service's folder. */
final class MappingProblems {

    private MappingProblems() {
    }

    static Invalid of(List<String> sentences) {
        return new Invalid(sentences.stream().map(sentence -> new Wrong("mapping", "migration.mapping.problem", List.of(sentence))).toList());
    }
}
