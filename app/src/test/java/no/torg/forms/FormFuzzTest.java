package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFuzzTest {

    private static final List<String> KEYS = new ArrayList<>(ParcelForm.FORM.keys());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutated_forms_give_problems_or_a_form_but_never_fail(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            var bytes = mutated(ParcelForm.bytes(), random);
            var reading = Forms.read(bytes);
            assertThat(reading.form() == null).isEqualTo(!reading.problems().isEmpty());
            assertThat(reading.problems()).allSatisfy(problem -> assertThat(problem.line()).isPositive());
            if (reading.form() != null) {
                Forms.evaluate(reading.form(), ParcelForm.right(), ParcelForm.asking("employee"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void random_bytes_are_no_form(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(Forms.read(bytes).problems()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void random_answers_never_fail_and_nothing_hidden_unknown_or_wrong_is_stored(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var given = new LinkedHashMap<String, @Nullable Object>();
            for (int n = random.nextInt(25); n > 0; n--) {
                given.put(random.nextInt(12) == 0 ? text(random) : KEYS.get(random.nextInt(KEYS.size())), value(random, 0));
            }
            var evaluation = Forms.evaluate(ParcelForm.FORM, given, ParcelForm.asking(random.nextBoolean() ? "student" : "employee"));
            assertThat(evaluation.shown()).containsAll(evaluation.stored().keySet());
            assertThat(evaluation.shown()).isSubsetOf(KEYS);
            evaluation.errors().forEach((path, error) -> assertThat(evaluation.stored()).doesNotContainKey(path));
            given.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> assertThat(evaluation.stored()).doesNotContainKey(key));
            Forms.view(ParcelForm.FORM, ParcelForm.FORM.texts(), "nb", evaluation, Forms.errors(evaluation, "nb"));
        }
    }

    static byte[] mutated(byte[] original, Random random) {
        var bytes = new ArrayList<Byte>();
        for (byte each : original) {
            bytes.add(each);
        }
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(bytes.size());
            int length = Math.min(bytes.size() - at, 1 + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.subList(at, at + length).clear();
                case 2 -> bytes.addAll(random.nextInt(bytes.size()), List.copyOf(bytes.subList(at, at + length)));
                default -> bytes.set(at, (byte) "{}[]\":,=.*&0".charAt(random.nextInt(12)));
            }
        }
        var mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 9 : 12)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(-400, 400));
            case 4 -> new BigDecimal(new BigInteger(200, random), random.nextInt(-100_000, 100_000));
            case 5 -> "2026-" + random.nextInt(14) + "-" + random.nextInt(33) + (random.nextBoolean() ? "" : "T10:00");
            case 6 -> List.of("small", "large", "b", "cool", "on", "p1", "Siv", "u1", "974760673").get(random.nextInt(9));
            case 7, 8 -> text(random);
            case 9 -> Map.of("sender", text(random), "weight", random.nextInt(50), text(random) + "k", "x");
            case 10 -> Map.of("fragile", random.nextBoolean(), "weight", "x");
            default -> {
                var list = new ArrayList<@Nullable Object>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(random.nextInt(20) == 0 ? 60_000 : 12); n > 0; n--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }
}
