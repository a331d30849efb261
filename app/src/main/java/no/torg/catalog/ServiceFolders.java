package no.torg.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import no.torg.verbs.Verb;

/** A service's folder on disk as files by path; links are not followed, and what is too large is left for the reading to refuse. */
public final class ServiceFolders {

    private static final int MOST = 200;

    private ServiceFolders() {
    }

    /** The folder's files. A folder that is not there is refused with a sentence. */
    public static Map<String, byte[]> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Verb.Misuse("There is no folder " + folder.toAbsolutePath());
        }
        var files = new TreeMap<String, byte[]>();
        try (var found = Files.walk(folder, 3)) {
            for (var file : found.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).limit(MOST).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + folder, failed);
        }
    }
}
