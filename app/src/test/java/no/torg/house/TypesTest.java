package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import no.torg.house.Sources.Parsed;
import org.junit.jupiter.api.Test;

/** Types and methods keep to the house style: names, sizes, collaborators, and a sentence on what others use. */
class TypesTest {

    private static final Set<String> NOT_USED = Set.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Abstract", "Data", "Info", "DTO", "Dto");
    private static final int LONGEST_METHOD = 30;
    private static final int MOST_COLLABORATORS = 7;

    private static final List<Parsed> MAIN = Stream.of("app", "db", "postgres").flatMap(part -> Sources.parsed(part + "/src/main/java").stream()).toList();
    private static final List<Parsed> TESTS = Stream.of("app", "postgres").flatMap(part -> Sources.parsed(part + "/src/test/java").stream()).toList();

    /** Walks a file and keeps what is wrong. */
    private abstract static class Finder extends TreePathScanner<Void, Parsed> {

        final List<String> wrong = new ArrayList<>();
        int seen;

        Finder over(List<Parsed> files) {
            files.forEach(file -> scan(file.unit(), file));
            assertThat(seen).isGreaterThan(50);
            return this;
        }

        ClassTree type() {
            return (ClassTree) getCurrentPath().getParentPath().getLeaf();
        }
    }

    @Test
    void names_come_from_the_business_and_not_from_technique() {
        var found = new Finder() {
            @Override
            public Void visitClass(ClassTree type, Parsed file) {
                seen++;
                var name = type.getSimpleName().toString();
                var words = Arrays.asList(name.split("(?<=[a-z0-9])(?=[A-Z])"));
                if (!Exceptions.NAMES.containsKey(name) && (words.stream().anyMatch(NOT_USED::contains) || isServant(type, words))) {
                    wrong.add(file.name() + ": " + name);
                }
                return super.visitClass(type, file);
            }
        };
        assertThat(found.over(MAIN).wrong).isEmpty();
        assertThat(found.over(TESTS).wrong).isEmpty();
    }

    @Test
    void methods_are_short() {
        var found = new Finder() {
            @Override
            public Void visitMethod(MethodTree method, Parsed file) {
                seen++;
                var name = file.name().replaceAll(".*/|\\.java", "") + "." + method.getName();
                if (method.getBody() != null && !file.name().endsWith("Pages.java") && !Exceptions.METHODS.containsKey(name)) {
                    var lines = file.lastLine(method.getBody()) - file.firstLine(method.getBody()) + 1;
                    if (lines > LONGEST_METHOD) {
                        wrong.add("%s has %d lines".formatted(name, lines));
                    }
                }
                return super.visitMethod(method, file);
            }
        };
        assertThat(found.over(MAIN).wrong).isEmpty();
        assertThat(found.over(TESTS).wrong).isEmpty();
    }

    @Test
    void classes_have_few_collaborators() {
        var found = new Finder() {
            @Override
            public Void visitMethod(MethodTree method, Parsed file) {
                seen++;
                if (method.getName().contentEquals("<init>") && type().getKind() == Tree.Kind.CLASS && method.getParameters().size() > MOST_COLLABORATORS) {
                    wrong.add(file.name() + ": " + method.getParameters().size() + " collaborators");
                }
                return super.visitMethod(method, file);
            }
        };
        assertThat(found.over(MAIN).wrong).isEmpty();
    }

    @Test
    void what_others_use_has_a_sentence() {
        var found = new Finder() {
            @Override
            public Void visitClass(ClassTree type, Parsed file) {
                if (isOpen(type.getModifiers().getFlags(), getCurrentPath().getParentPath().getLeaf())) {
                    seen++;
                    if (file.javadoc(getCurrentPath()) == null) {
                        wrong.add(file.name() + ": " + type.getSimpleName());
                    }
                }
                return super.visitClass(type, file);
            }
        };
        assertThat(found.over(MAIN).wrong).isEmpty();
    }

    @Test
    void what_a_door_does_has_a_sentence() {
        var found = new Finder() {
            @Override
            public Void visitMethod(MethodTree method, Parsed file) {
                if (isDoor(type(), getCurrentPath().getParentPath().getParentPath().getLeaf()) && isTold(method, type())) {
                    seen++;
                    if (file.javadoc(getCurrentPath()) == null) {
                        wrong.add(file.name() + ": " + method.getName());
                    }
                }
                return super.visitMethod(method, file);
            }
        };
        assertThat(found.over(MAIN).wrong).isEmpty();
    }

    /** A service is something people order: a record may be one, a class that serves other classes is called after what it does. */
    private static boolean isServant(ClassTree type, List<String> words) {
        return type.getKind() != Tree.Kind.RECORD && words.size() > 1 && words.getLast().equals("Service");
    }

    private static boolean isOpen(Set<Modifier> flags, Tree outside) {
        return flags.contains(Modifier.PUBLIC) && (!(outside instanceof ClassTree outer) || outer.getModifiers().getFlags().contains(Modifier.PUBLIC));
    }

    /** A public class or interface; a record's and an enum's small questions are told by their names. */
    private static boolean isDoor(ClassTree type, Tree outside) {
        return isOpen(type.getModifiers().getFlags(), outside) && (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.INTERFACE);
    }

    private static boolean isTold(MethodTree method, ClassTree type) {
        var open = method.getModifiers().getFlags().contains(Modifier.PUBLIC) || type.getKind() == Tree.Kind.INTERFACE;
        var overrides = method.getModifiers().getAnnotations().stream().anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
        var asks = method.getParameters().isEmpty() && method.getBody() != null && method.getBody().getStatements().size() == 1;
        return open && !overrides && !asks && !method.getName().contentEquals("<init>");
    }
}
