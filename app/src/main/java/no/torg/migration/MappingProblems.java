package no.torg.migration;

import java.util.List;

import no.torg.web.Invalid;
import no.torg.web.Invalid.Wrong;

/** What is wrong with a mapping, or between it and the file; each an English sentence, as with a service's folder. */
final class MappingProblems {

    private static final String KEY = "migration.mapping.problem";

    private MappingProblems() {
    }

    /** Whether it is one of these. */
    static boolean are(Wrong wrong) {
        return wrong.key().equals(KEY);
    }

    static Invalid of(List<String> sentences) {
        return new Invalid(sentences.stream().map(sentence -> new Wrong("mapping", KEY, List.of(sentence))).toList());
    }
}
