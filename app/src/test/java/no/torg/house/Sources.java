package no.torg.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import no.torg.TestFolder;
import org.jspecify.annotations.Nullable;

/** The project's own files, read as text or as syntax trees. */
final class Sources {

    private Sources() {
    }

    /** A file, named by its path in the project. */
    record Source(String name, String text) {

        int lines() {
            return (int) text.lines().count();
        }

        /** The package that a Java file says it is of. */
        String packageName() {
            return text.lines().filter(line -> line.startsWith("package ")).map(line -> line.substring(8, line.indexOf(';'))).findFirst().orElse("");
        }
    }

    /** A Java file as its syntax tree. */
    record Parsed(String name, CompilationUnitTree unit, DocTrees docs, SourcePositions positions) {

        int firstLine(Tree tree) {
            return (int) map().getLineNumber(positions.getStartPosition(unit, tree));
        }

        int lastLine(Tree tree) {
            return (int) map().getLineNumber(positions.getEndPosition(unit, tree));
        }

        @Nullable String javadoc(TreePath path) {
            return docs.getDocComment(path);
        }

        private LineMap map() {
            return unit.getLineMap();
        }
    }

    static List<Source> java(String folder) {
        return files(folder, ".java");
    }

    /** The files below a folder whose names end so, in order. */
    static List<Source> files(String folder, String ending) {
        var root = TestFolder.PROJECT.resolve(folder);
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file))
                    .filter(file -> !file.toString().contains("node_modules")).sorted().map(Sources::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The names of the folders directly in one. */
    static Set<String> folders(String folder) {
        try (var children = Files.list(TestFolder.PROJECT.resolve(folder))) {
            return children.filter(Files::isDirectory).map(child -> child.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<Parsed> parsed(String folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var parsed = new ArrayList<Parsed>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var paths = java(folder).stream().map(source -> TestFolder.PROJECT.resolve(source.name())).toList();
            var task = (JavacTask) compiler.getTask(null, files, problem -> { }, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths));
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                parsed.add(new Parsed(name(Path.of(unit.getSourceFile().toUri())), unit, docs, docs.getSourcePositions()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return parsed;
    }

    private static Source read(Path file) {
        try {
            return new Source(name(file), Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String name(Path file) {
        return TestFolder.PROJECT.relativize(file).toString();
    }
}
