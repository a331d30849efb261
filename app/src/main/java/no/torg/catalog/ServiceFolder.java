package no.torg.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door to services as folders: reads one, complete or refused. With a set-up its topics, audiences and bindings are checked as well, and the
 * folder's own tests are run in it.
 */
public final class ServiceFolder {

    private ServiceFolder() {}

    /** Reads a folder on disk; links in it are not followed. */
    public static FolderReading read(Path folder, @Nullable Setup setup) {
        var problems = new ArrayList<FolderProblem>();
        return read(FolderFiles.of(folder, problems), problems, setup);
    }

    /** Reads a folder's files by path, such as {@code texts/nb.yaml}. */
    public static FolderReading read(Map<String, byte[]> files, @Nullable Setup setup) {
        var problems = new ArrayList<FolderProblem>();
        return read(FolderFiles.of(files, problems), problems, setup);
    }

    /** Reads a zipped folder, with its files at the top or inside one folder. */
    public static FolderReading readZip(byte[] zip, @Nullable Setup setup) {
        var problems = new ArrayList<FolderProblem>();
        return read(FolderFiles.ofZip(zip, problems), problems, setup);
    }

    private static FolderReading read(Map<String, byte[]> files, ArrayList<FolderProblem> problems, @Nullable Setup setup) {
        var findings = new Findings();
        findings.addAll(problems);
        var definition = new DefinitionReader(files, findings, setup).read();
        if (definition != null && setup != null) {
            findings.addAll(ServiceTests.run(definition, setup));
        }
        return findings.isEmpty() ? new FolderReading(definition, findings.list()) : new FolderReading(null, findings.list());
    }
}
