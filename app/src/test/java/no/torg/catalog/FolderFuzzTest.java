package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFuzzTest {

    private static final List<String> PIECES = List.of("*", "&a ", "{", "}", "[", "]", ": ", "\n- ", "\"", "'", "|", "%", "!!x ", "\t", "\n", "\0", "é", "=", "null", "1e999", "- - - -", "? ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void spoilt_folders_give_problems_or_a_definition_but_never_fail(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var files = Folders.parcelLocker();
            var names = new ArrayList<>(files.keySet());
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                var name = names.get(random.nextInt(names.size()));
                files.put(name, spoilt(files.get(name), random));
            }
            var reading = ServiceFolder.read(files, Folders.SETUP);
            assertThat(reading.definition() == null).isEqualTo(!reading.problems().isEmpty());
            assertThat(reading.problems()).hasSizeLessThanOrEqualTo(500).allSatisfy(problem -> assertThat(problem.line()).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{", "? [a]\n: b",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "--- a\n--- b", "", "#", "%YAML 3.0\n---\na: 1", "a: !!binary x", "\uFEFFa: 1", "- - - - - - - - - - - - - - - - - - - - - - - - x"})
    void nasty_yaml_is_refused(String yaml) {
        var files = Folders.parcelLocker();
        files.keySet().stream().filter(name -> name.endsWith(".yaml")).toList().forEach(name -> files.put(name, yaml.getBytes(StandardCharsets.UTF_8)));
        assertThat(ServiceFolder.read(files, Folders.SETUP).problems()).extracting(FolderProblem::file).contains("service.yaml", "texts/nb.yaml", "tests/locker.yaml");
    }

    private static byte[] spoilt(byte[] original, Random random) {
        var text = new StringBuilder(new String(original, StandardCharsets.UTF_8));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
                case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
