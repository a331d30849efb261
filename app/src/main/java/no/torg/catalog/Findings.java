package no.torg.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import no.torg.forms.Feel;
import no.torg.forms.FeelProblem;
import no.torg.forms.FeelScope;
import org.jspecify.annotations.Nullable;

/** What is found wrong in one folder, each thing once, sorted by file and line. */
final class Findings {

    private static final int MOST = 500;

    private final TreeSet<FolderProblem> problems = new TreeSet<>(Comparator.comparing(FolderProblem::file)
        .thenComparingInt(FolderProblem::line).thenComparing(FolderProblem::message));

    void add(String file, int line, String message) {
        if (problems.size() < MOST) {
            problems.add(new FolderProblem(file, line, message));
        }
    }

    void addAll(List<FolderProblem> more) {
        more.forEach(problem -> add(problem.file(), problem.line(), problem.message()));
    }

    BiConsumer<Integer, String> in(String file) {
        return (line, message) -> add(file, line, message);
    }

    /** For problems that a better sentence tells already. */
    BiConsumer<Integer, String> in(String file, Predicate<String> told) {
        return (line, message) -> {
            if (!told.test(message)) {
                add(file, line, message);
            }
        };
    }

    /** The compiled expression, or {@code null} with the reason added. */
    @Nullable Feel feel(String file, int line, String what, String text, FeelScope scope) {
        try {
            return Feel.compile(text, scope);
        } catch (FeelProblem problem) {
            add(file, line, what + " is refused: " + problem.getMessage());
            return null;
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<FolderProblem> list() {
        return List.copyOf(problems);
    }
}
