package no.torg.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-19T12:11+01:00[Europe/Oslo]");
    private static final FeelScope SCOPE = new FeelScope(Set.of("what", "from", "to", "n", "hour", "rows", "list", "none"), Set.of("kind", "size"), false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "what = \"camera\"                                  | true",
        "what != \"other\"                                  | true",
        "what in (\"camera\", \"other\")                    | true",
        "from - today() <= duration(\"P4D\")                | true",
        "from - today() <= duration(\"P3D\")                | false",
        "to - from > duration(\"P14D\")                     | true",
        "from < to and to > today()                         | true",
        "from = date(\"2026-11-23\")                        | true",
        "from.year                                          | 2026",
        "day of week(from)                                  | Monday",
        "today()                                            | 2026-11-19",
        "now() > date and time(\"2026-11-19T12:10:59+01:00\") | true",
        "hour < time(\"14:00\")                             | true",
        "n + 1                                              | 4.5",
        "n between 3 and 4                                  | true",
        "n ** 2                                             | 12.25",
        "if n > 3 then \"high\" else \"normal\"             | high",
        "count(rows)                                        | 2",
        "count(rows[size > 1])                              | 1",
        "sum(for r in rows return r.size)                   | 4",
        "some r in rows satisfies r.kind = \"b\"            | true",
        "every r in rows satisfies r.size > 2               | false",
        "list contains(list, \"x\")                         | true",
        "list contains(rows.kind, \"a\")                    | true",
        "rows[1].kind                                       | a",
        "count(for i in 1..3, j in 1..3 return i * j)       | 9",
        "person.affiliation = \"student\"                   | true",
        "string length(what) > 3                            | true",
        "upper case(what)                                   | CAMERA"})
    void says_what_forms_need(String expression, String expected) throws FeelProblem {
        assertThat(String.valueOf(Feel.compile(expression, SCOPE).evaluate(names(), NOW))).isEqualTo(expected);
    }

    // a form is mostly empty when its conditions are first asked
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "none = \"x\" | false", "none != \"x\" | true", "none = null | true", "none < 3 | null", "none - today() < duration(\"P1D\") | null",
        "not(none) | null", "not(none = \"a\" or none = \"b\") | true", "none.year | null", "count(none) | null", "list contains(none, \"x\") | null",
        "if none < 3 then \"high\" else \"normal\" | normal", "sum(for r in none return r.size) | null", "n / 0 | null", "what + 1 | null",
        "date(\"2026-13-45\") | null", "none in (1, 2) | false"})
    void lives_with_missing_and_misfit_values(String expression, String expected) throws FeelProblem {
        var feel = Feel.compile(expression, SCOPE);
        assertThat(String.valueOf(feel.evaluate(names(), NOW))).isEqualTo(expected);
        assertThat(feel.isTrue(names(), NOW)).isEqualTo(expected.equals("true"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "for i in 1..1000000000 return i                    | the range has more than 1000 items",
        "for i in -1000000000..1 return i                   | the range has more than 1000 items",
        "some i in 1..1001 satisfies i = 3                  | the range has more than 1000 items",
        "every i in 1..99999999999 satisfies i = 3          | a range to loop over must go between two written whole numbers",
        "for i in 1..n return i                             | a range to loop over must go between two written whole numbers",
        "for i in 1..(10 ** 9) return i                     | a range to loop over must go between two written whole numbers",
        "for i in 1..1000, j in 1..1000 return i            | the loop can take too many steps",
        "for i in 1..1000 return for j in 1..1000 return j  | the loop can take too many steps",
        "for a in rows return for b in rows return for c in rows return 1 | the loop can take too many steps",
        "(for i in 1..1000 return i)[item > 1 and count((for j in 1..1000 return j)[item > 1]) > 1] | the list can have too many items",
        "some x in (for i in 1..1000 return list) satisfies x = 1 | the list can have too many items",
        "function(x) x + 1                                  | defining a function is not allowed here",
        "function(a) external { java: { class: \"java.lang.Math\", method signature: \"cos(double)\" } } | defining a function is not allowed here",
        "matches(what, \"(a+)+$\")                          | the function \"matches\" is not allowed here",
        "replace(what, \"(a+)+$\", \"\")                    | the function \"replace\" is not allowed here",
        "split(what, \"(a+)+$\")                            | the function \"split\" is not allowed here",
        "random number()                                    | the function \"random number\" is not allowed here",
        "uuid()                                             | the function \"uuid\" is not allowed here",
        "number(\"1e999999999\")                            | the function \"number\" is not allowed here",
        "sort(list, list)                                   | the function \"sort\" is not allowed here",
        "get value(what, \"class\")                         | the function \"get value\" is not allowed here",
        "from json(what)                                    | the function \"from json\" is not allowed here",
        "what.getClass()                                    | calling a function of a value is not allowed here",
        "n ** 1000000000                                    | the power must be a whole number under 10",
        "n ** n                                             | the power must be a whole number under 10",
        "{a: 1}                                             | a context {…} is not allowed here",
        "? = 1                                              | \"?\" is not allowed here",
        "wat = 1                                            | there is no answer \"wat\"",
        "answers.what = 1                                   | there is no answer \"answers\"",
        "rows[wat = 1]                                      | there is no answer \"wat\"",
        "rows[1].wat                                        | there is no \"wat\"",
        "person.name                                        | person has affiliation, unit and language, and nothing else",
        "person                                             | person has affiliation, unit and language, and nothing else",
        "what.class.name                                    | there is no \"class\"",
        "what =                                             | this is not FEEL",
        "what = \"open                                      | this is not FEEL",
        "1..10                                              | this is not FEEL",
        "((((((((((1))))))))))                              | brackets are nested more than 8 deep"})
    void refuses_the_rest_and_says_where(String expression, String message) {
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile(expression, SCOPE))
            .satisfies(problem -> {
                assertThat(problem).hasMessageStartingWith(message).hasMessageMatching(".*, at character [0-9]+");
                assertThat(problem.position()).isBetween(1, expression.length() + 1);
            });
    }

    @Test
    void points_at_the_unknown_name() {
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile("what = 1 and wat = 2", SCOPE))
            .withMessage("there is no answer \"wat\", at character 14");
    }

    @Test
    void under_answers_in_service_files() throws FeelProblem {
        var scope = new FeelScope(Set.of("what"), Set.of(), true);
        assertThat(Feel.compile("answers.what = \"x\"", scope).isTrue(Map.of("answers", Map.of("what", "x")), NOW)).isTrue();
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile("what = 1", scope)).withMessageStartingWith("\"what\" is unknown: use answers.what");
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile("answers = 1", scope)).withMessageStartingWith("answers must be followed by a key");
    }

    @Test
    void refuses_nothing_and_too_much() {
        for (var text : List.of("", "  ", "1 + ".repeat(300) + "1")) {
            assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile(text, SCOPE)).withMessage("an expression has 1 to 1000 characters, at character 1");
        }
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile("1" + "+1".repeat(400), SCOPE)).withMessageStartingWith("the expression can take too many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "not([", "if x then ", "f(a:", "for x in [", "x[", "-", "\"", "{a:"})
    void nesting_costs_no_time(String opening) {
        long before = System.nanoTime();
        assertThatExceptionOfType(FeelProblem.class).isThrownBy(() -> Feel.compile(opening.repeat(900 / opening.length()), SCOPE));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void stops_after_too_many_steps_as_the_last_resort() throws FeelProblem {
        var endless = Feel.unlimited("for a in 1..1000 return for b in 1..1000 return for c in 1..1000 return n");
        long before = System.nanoTime();
        assertThat(endless.evaluate(names(), NOW)).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void means_the_same_on_a_machine_that_is_busy() throws FeelProblem {
        var slow = new HashMap<String, Object>(names()) {
            @Override
            public Object get(Object name) {
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                return super.get(name);
            }
        };
        slow.put("n", 2L);
        assertThat(Feel.compile("n + n + n", SCOPE).evaluate(slow, NOW)).isEqualTo(6L);
    }

    @Test
    void many_threads_share_one_expression_each_with_its_own_now() throws FeelProblem {
        var today = Feel.compile("today() - from", SCOPE);
        var days = IntStream.range(0, 400).parallel()
            .mapToObj(day -> today.evaluate(Map.of("from", LocalDate.of(2026, 1, 1)), ZonedDateTime.parse("2026-01-01T00:00Z").plusDays(day))).toList();
        assertThat(days).isEqualTo(IntStream.range(0, 400).mapToObj(Duration::ofDays).toList());
    }

    @Test
    void tells_the_names_and_texts_it_uses() throws FeelProblem {
        var feel = Feel.compile("if what = \"a\" and count(rows) > 1 then \"slot:x\" else person.unit", SCOPE);
        assertThat(feel.names()).containsExactlyInAnyOrder("what", "rows", "person");
        assertThat(feel.texts()).containsExactlyInAnyOrder("a", "slot:x");
    }

    private static Map<String, @Nullable Object> names() {
        var names = new HashMap<String, @Nullable Object>();
        names.put("what", "camera");
        names.put("from", LocalDate.parse("2026-11-23"));
        names.put("to", LocalDate.parse("2026-12-23"));
        names.put("hour", LocalTime.parse("13:00"));
        names.put("n", new BigDecimal("3.5"));
        names.put("list", List.of("x", "y"));
        names.put("rows", List.of(Map.of("kind", "a", "size", BigDecimal.ONE), Map.of("kind", "b", "size", BigDecimal.valueOf(3))));
        names.put("none", null);
        names.put("person", Map.of("affiliation", "student"));
        return names;
    }
}
