package no.torg.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** What FEEL may say here: only listed syntax and functions, only known names, and a bound on the steps it can ever take. */
final class FeelLimits {

    static final int LONGEST = 1_000;
    static final int DEEPEST_BRACKETS = 8;
    static final int MOST_STEPS = 50_000;
    static final int MOST_ITEMS = 1_000;
    /** What a list among the answers counts as; forms allow no longer ones. */
    static final int ANSWER_ITEMS = 100;

    private static final int DEEPEST = 60;
    private static final Set<String> SYNTAX = Set.of("ConstNull", "ConstNumber", "ConstBool", "ConstString", "ConstDate", "ConstLocalTime", "ConstTime",
        "ConstLocalDateTime", "ConstDateTime", "ConstYearMonthDuration", "ConstDayTimeDuration", "ConstList", "ConstRange", "InputEqualTo",
        "InputLessThan", "InputLessOrEqual", "InputGreaterThan", "InputGreaterOrEqual", "InputInRange", "UnaryTestExpression", "Addition", "Subtraction",
        "Multiplication", "Division", "Exponentiation", "ArithmeticNegation", "Equal", "LessThan", "LessOrEqual", "GreaterThan", "GreaterOrEqual",
        "AtLeastOne", "Not", "Disjunction", "Conjunction", "If", "In", "InstanceOf", "Ref", "PathExpression", "SomeItem", "EveryItem", "For", "Filter",
        "FunctionInvocation");
    // no regular expressions, no number of free text, nothing random: what is left takes time in proportion to what it is given
    private static final Set<String> FUNCTIONS = Set.of("not", "is defined", "get or else", "is empty", "is blank", "string", "string length", "substring",
        "substring before", "substring after", "upper case", "lower case", "trim", "contains", "starts with", "ends with", "list contains", "count", "min",
        "max", "sum", "mean", "all", "any", "and", "or", "append", "concatenate", "union", "distinct values", "index of", "reverse", "abs", "floor",
        "ceiling", "round up", "round down", "round half up", "round half down", "decimal", "modulo", "even", "odd", "date", "time", "date and time",
        "duration", "years and months duration", "day of week", "day of year", "week of year", "month of year", "last day of month", "today", "now",
        "before", "after", "includes", "during");

    private final String text;
    private final FeelScope scope;
    private long steps;

    private FeelLimits(String text, FeelScope scope) {
        this.text = text;
        this.scope = scope;
    }

    /** Passes, or says what is not allowed and where. */
    static void check(Exp expression, String text, FeelScope scope) throws FeelProblem {
        new FeelLimits(text, scope).walk(expression, Set.of(), 1, 0);
    }

    private void walk(Exp node, Set<String> bound, long times, int depth) throws FeelProblem {
        var kind = ((Product) node).productPrefix();
        if (!SYNTAX.contains(kind)) {
            throw fault(named(kind) + " is not allowed here", kind.toLowerCase());
        }
        steps += times;
        if (steps > MOST_STEPS || depth > DEEPEST) {
            throw new FeelProblem("the expression can take too many steps", 1);
        }
        switch (node) {
            case For loop -> loop(CollectionConverters.asJava(loop.iterators()), loop.exp(), bound, times, depth);
            case SomeItem loop -> loop(CollectionConverters.asJava(loop.iterators()), loop.condition(), bound, times, depth);
            case EveryItem loop -> loop(CollectionConverters.asJava(loop.iterators()), loop.condition(), bound, times, depth);
            case Filter filter -> {
                walk(filter.list(), bound, times, depth + 1);
                var inner = new HashSet<>(bound);
                inner.add("item");
                inner.addAll(scope.rowKeys());
                walk(filter.filter(), inner, times * size(filter.list()), depth + 1);
            }
            default -> {
                checkOne(node, bound);
                for (var child : children(node)) {
                    walk(child, bound, times, depth + 1);
                }
            }
        }
    }

    private void loop(List<Tuple2<String, Exp>> iterators, Exp body, Set<String> bound, long times, int depth) throws FeelProblem {
        var inner = new HashSet<>(bound);
        long rounds = times;
        for (var iterator : iterators) {
            if (iterator._2() instanceof IterationContext range) {
                rounds *= items(range);
            } else {
                walk(iterator._2(), bound, times, depth + 1);
                rounds *= size(iterator._2());
            }
            inner.add(iterator._1());
            if (rounds > MOST_STEPS) {
                throw fault("the loop can take too many steps", " in ");
            }
        }
        walk(body, inner, rounds, depth + 1);
    }

    private void checkOne(Exp node, Set<String> bound) throws FeelProblem {
        switch (node) {
            case Ref ref -> check(scope.fault(CollectionConverters.asJava(ref.names()), bound), CollectionConverters.asJava(ref.names()).getLast());
            case PathExpression path -> check(scope.partsFault(List.of(path.key())), path.key());
            case FunctionInvocation call -> check(FUNCTIONS.contains(call.function()) ? "" : "the function \"" + call.function() + "\" is not allowed here",
                call.function());
            case ConstList list -> check(list.items().size() <= MOST_ITEMS ? "" : "the list has more than " + MOST_ITEMS + " items", "[");
            case Exponentiation power -> check(power.y() instanceof ConstNumber number && number.value().isWhole() && number.value().abs().intValue() < 10
                ? "" : "the power must be a whole number under 10", "**");
            default -> { }
        }
    }

    private void check(String fault, String near) throws FeelProblem {
        if (!fault.isEmpty()) {
            throw fault(fault, near);
        }
    }

    private FeelProblem fault(String message, String near) {
        return new FeelProblem(message, Math.max(0, text.indexOf(near)) + 1);
    }

    // an upper bound of the items that a value can bring to a loop
    private long size(Exp node) throws FeelProblem {
        long size = switch (node) {
            case ConstList list -> sum(CollectionConverters.asJava(list.items()));
            case Ref _ -> ANSWER_ITEMS;
            case IterationContext range -> items(range);
            case For loop -> size(loop.exp()) * product(CollectionConverters.asJava(loop.iterators()));
            case Filter filter -> size(filter.list());
            default -> sum(children(node));
        };
        if (size > MOST_STEPS) {
            throw fault("the list can have too many items", "[");
        }
        return Math.max(1, size);
    }

    private long sum(List<Exp> nodes) throws FeelProblem {
        long sum = 0;
        for (var node : nodes) {
            sum += size(node);
        }
        return sum;
    }

    private long product(List<Tuple2<String, Exp>> iterators) throws FeelProblem {
        long product = 1;
        for (var iterator : iterators) {
            product *= size(iterator._2());
        }
        return product;
    }

    private long items(IterationContext range) throws FeelProblem {
        long items = Math.abs(bound(range.end()) - bound(range.start())) + 1;
        if (items > MOST_ITEMS) {
            throw fault("the range has more than " + MOST_ITEMS + " items", "..");
        }
        return items;
    }

    private long bound(Exp end) throws FeelProblem {
        if (end instanceof ConstNumber number && number.value().isValidInt()) {
            return number.value().intValue();
        }
        if (end instanceof ArithmeticNegation negation) {
            return -bound(negation.x());
        }
        throw fault("a range to loop over must go between two written whole numbers", "..");
    }

    private static List<Exp> children(Object node) {
        var children = new ArrayList<Exp>();
        var parts = node instanceof scala.collection.Iterable<?> many ? many.iterator() : ((Product) node).productIterator();
        while (parts.hasNext()) {
            var part = (Object) parts.next();
            if (part instanceof Exp exp) {
                children.add(exp);
            } else if (part instanceof scala.collection.Iterable<?> || part instanceof Product) {
                children.addAll(children(part));
            }
        }
        return children;
    }

    private static String named(String kind) {
        return switch (kind) {
            case "FunctionDefinition", "JavaFunctionInvocation" -> "defining a function";
            case "QualifiedFunctionInvocation" -> "calling a function of a value";
            case "ConstContext" -> "a context {…}";
            case "ConstInputValue" -> "\"?\"";
            case "IterationContext" -> "a range outside a loop";
            default -> kind;
        };
    }
}
