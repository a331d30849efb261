package no.torg.forms;

import fastparse.Parsed;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A FEEL expression, compiled once and used by many threads: within limits (see {@link FeelLimits}), without effects, and with the given moment as
 * {@code now()}. A missing answer is null, and whatever goes wrong while it runs is null too.
 */
public final class Feel {

    private static final ScopedValue<ZonedDateTime> NOW = ScopedValue.newInstance();
    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().withClock(NOW::get).build();

    private final ParsedExpression parsed;
    private final Set<String> names;
    private final Set<String> texts;

    private Feel(ParsedExpression parsed) {
        this.parsed = parsed;
        this.names = new HashSet<>();
        this.texts = new HashSet<>();
        collect(parsed.expression());
    }

    /** Compiles an expression (without the leading {@code =}); a problem if it cannot be parsed, uses unknown names or passes the limits. */
    public static Feel compile(String text, FeelScope scope) throws FeelProblem {
        var feel = unlimited(text);
        FeelLimits.check(feel.parsed.expression(), text, scope);
        return feel;
    }

    /** Only for the test of the stop while it runs: parsed, but not limited. */
    static Feel unlimited(String text) throws FeelProblem {
        checkShape(text);
        try {
            Object result = FeelParser.parseExpression(text);
            if (result instanceof Parsed.Success<?> success && success.value() instanceof Exp expression) {
                return new Feel(new ParsedExpression(expression, text));
            }
            int index = result instanceof Parsed.Failure failure ? failure.index() : 0;
            throw new FeelProblem("this is not FEEL", Math.min(text.length(), index) + 1);
        } catch (StackOverflowError | RuntimeException tooMuch) {
            throw new FeelProblem("this is not FEEL", 1);
        }
    }

    /** The value with these names and at this moment: null, text, Boolean, Long or Double, java.time, List or Map. */
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> given, ZonedDateTime now) {
        var context = new Given(given);
        var result = ScopedValue.where(NOW, now).call(() -> ENGINE.evaluate(parsed, context));
        return result.isSuccess() ? result.result() : null;
    }

    /** True only if the value is true; null and everything else is false. */
    public boolean isTrue(Map<String, ? extends @Nullable Object> given, ZonedDateTime now) {
        return Boolean.TRUE.equals(evaluate(given, now));
    }

    /** The names the expression uses: keys of answers (without {@code answers.}), {@code person}, and those it binds itself. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** The texts that are written in the expression. */
    public Set<String> texts() {
        return Set.copyOf(texts);
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return parsed.text();
    }

    // the parser goes back and forth: deep nesting would cost it minutes, so brackets are counted first
    private static void checkShape(String text) throws FeelProblem {
        if (text.isBlank() || text.length() > FeelLimits.LONGEST) {
            throw new FeelProblem("an expression has 1 to " + FeelLimits.LONGEST + " characters", 1);
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(letter) >= 0 && ++depth > FeelLimits.DEEPEST_BRACKETS) {
                throw new FeelProblem("brackets are nested more than " + FeelLimits.DEEPEST_BRACKETS + " deep", i + 1);
            } else if (!quoted && ")]}".indexOf(letter) >= 0) {
                depth--;
            }
        }
    }

    private void collect(Object node) {
        switch (node) {
            case Ref ref -> CollectionConverters.asJava(ref.names()).stream().filter(name -> !name.equals("answers")).limit(1).forEach(names::add);
            case ConstString text -> texts.add(text.value());
            case scala.collection.Iterable<?> many -> many.iterator().foreach(each -> {
                collect(each);
                return null;
            });
            case Product product -> product.productIterator().foreach(each -> {
                collect(each);
                return null;
            });
            default -> { }
        }
    }

    private static final class Given extends CustomContext {

        private final VariableProvider variables;

        Given(Map<String, ? extends @Nullable Object> given) {
            this.variables = new VariableProvider() {
                private int asked;

                @Override
                public Option<Object> getVariable(String name) {
                    // by steps and never by the clock: on a busy machine the same answers would show other fields
                    if (++asked > FeelLimits.MOST_STEPS) {
                        throw new IllegalStateException("an expression took too many steps");
                    }
                    return given.containsKey(name) ? new scala.Some<>(given.get(name)) : Option.empty();
                }

                @Override
                public scala.collection.Iterable<String> keys() {
                    return CollectionConverters.asScala(given.keySet());
                }
            };
        }

        @Override
        public VariableProvider variableProvider() {
            return variables;
        }
    }
}
