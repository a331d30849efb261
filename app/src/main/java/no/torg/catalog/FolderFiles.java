package no.torg.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** The files of a folder, by path with slashes, however they come: nothing outside it, nothing too large, nothing unknown. */
final class FolderFiles {

    static final int MOST = 60;
    static final int LARGEST = 1024 * 1024;
    private static final int LARGEST_TOGETHER = 4 * 1024 * 1024;
    private static final int DEEPEST = 4;
    private static final Pattern KNOWN = Pattern.compile("service\\.yaml|form\\.json|texts/(nb|nn|en)\\.yaml|tests/[A-Za-z0-9][A-Za-z0-9_-]{0,59}\\.yaml");
    private static final Pattern LATER = Pattern.compile("flow\\.bpmn|rules\\.dmn|templates/.*");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<FolderProblem> problems;
    private long together;

    private FolderFiles(List<FolderProblem> problems) {
        this.problems = problems;
    }

    /** The known files of a folder on disk; links are not followed. */
    static Map<String, byte[]> of(Path folder, List<FolderProblem> problems) {
        var read = new FolderFiles(problems);
        if (!Files.isDirectory(folder)) {
            problems.add(new FolderProblem(".", 1, "there is no such folder"));
            return read.files;
        }
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, read.new Visitor(folder));
        } catch (IOException unreadable) {
            problems.add(new FolderProblem(".", 1, "the folder cannot be read"));
        }
        return read.files;
    }

    /** The known files of a zip; they may stand inside one folder. */
    static Map<String, byte[]> ofZip(byte[] zip, List<FolderProblem> problems) {
        var read = new FolderFiles(problems);
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            var all = new TreeMap<String, byte[]>();
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                // a folder that has content is a file like others
                var bytes = entries.readNBytes(LARGEST + 1);
                if (!entry.isDirectory() || bytes.length > 0) {
                    all.put(entry.getName(), bytes);
                    read.together += bytes.length;
                }
                // going on to the next entry would unpack the rest of this one, however large
                if (all.size() > MOST || read.together > LARGEST_TOGETHER || bytes.length > LARGEST) {
                    problems.add(new FolderProblem(".", 1, "the zip has more than " + MOST + " files, a file over 1 MB, or more than 4 MB"));
                    return read.files;
                }
            }
            read.together = 0;
            var prefix = prefix(all);
            all.forEach((name, bytes) -> read.add(name.startsWith(prefix) ? name.substring(prefix.length()) : name, bytes));
        } catch (IOException | IllegalArgumentException broken) {
            problems.add(new FolderProblem(".", 1, "this is not a zip"));
        }
        if (read.files.isEmpty() && problems.isEmpty()) {
            problems.add(new FolderProblem(".", 1, "this is not a zip, or it is empty"));
        }
        return read.files;
    }

    /** The known files among these. */
    static Map<String, byte[]> of(Map<String, byte[]> given, List<FolderProblem> problems) {
        var read = new FolderFiles(problems);
        if (given.size() > MOST) {
            problems.add(new FolderProblem(".", 1, "the folder has more than " + MOST + " files"));
        } else {
            new TreeMap<>(given).forEach(read::add);
        }
        return read.files;
    }

    private void add(String name, byte[] bytes) {
        together += bytes.length;
        var problem = LATER.matcher(name).matches() ? "is not supported yet"
            : !KNOWN.matcher(name).matches() ? "is not a file of a service"
            : bytes.length > LARGEST ? "is larger than 1 MB"
            : together > LARGEST_TOGETHER ? "makes the folder larger than 4 MB" : "";
        if (problem.isEmpty()) {
            files.put(name, bytes);
        } else {
            problems.add(new FolderProblem(shown(name), 1, "this " + problem));
        }
    }

    private static String shown(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }

    private static String prefix(Map<String, byte[]> all) {
        var first = all.isEmpty() ? "" : all.keySet().iterator().next();
        var prefix = first.substring(0, first.indexOf('/') + 1);
        return !all.containsKey("service.yaml") && all.keySet().stream().allMatch(name -> name.startsWith(prefix)) ? prefix : "";
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path folder;
        private int count;

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (++count > MOST) {
                problems.add(new FolderProblem(".", 1, "the folder has more than " + MOST + " files"));
                return FileVisitResult.TERMINATE;
            }
            if (!attributes.isRegularFile()) {
                var reason = attributes.isDirectory() ? "folders are nested too deep" : "this is a link or no ordinary file";
                problems.add(new FolderProblem(shown(name), 1, reason));
            } else if (attributes.size() > LARGEST) {
                add(name, new byte[LARGEST + 1]);
            } else {
                try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    add(name, in.readNBytes(LARGEST + 1));
                }
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
