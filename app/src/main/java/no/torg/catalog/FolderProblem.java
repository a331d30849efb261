package no.torg.catalog;

import java.util.List;

import no.torg.web.Invalid;
import no.torg.web.Invalid.Wrong;

/** Something wrong in a service's folder: the file (its path in the folder), the line (from 1) and an English sentence. */
public record FolderProblem(String file, int line, String message) {

    /** Refuses, naming all, if there are any. */
    public static void refuse(List<FolderProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Invalid(problems.stream().map(one -> new Wrong(one.file() + ":" + one.line(), "catalog.folder.problem", List.of(one.message()))).toList());
        }
    }

    /** As compilers write it: {@code texts/nn.yaml:12: sentence}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
