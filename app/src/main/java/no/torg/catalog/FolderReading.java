package no.torg.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a service's folder: its definition, or everything that is wrong with it. */
public record FolderReading(@Nullable ServiceDefinition definition, List<FolderProblem> problems) {

    /** The definition; an {@link IllegalStateException} with the problems if there is none. */
    public ServiceDefinition orThrow() {
        if (definition == null) {
            throw new IllegalStateException(problems.toString());
        }
        return definition;
    }
}
