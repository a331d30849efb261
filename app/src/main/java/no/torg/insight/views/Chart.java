package no.torg.insight.views;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two lines over time, drawn by the server: what came in, and what was open at the end of each period. Lengths are in the SVG's own units. */
public record Chart(List<Week> weeks) {
    private static final int LEFT = 44;
    private static final int RIGHT = 720;
    private static final int TOP = 30;
    private static final int FLOOR = 220;
    private static final double NAME = 18;

    /** The path of what came in. */
    public String opened() {
        return line(Week::opened);
    }

    /** The path of what was open. */
    public String open() {
        return line(Week::open);
    }

    /** The area under what came in. */
    public String area() {
        return opened() + "L" + RIGHT + " " + FLOOR + "L" + LEFT + " " + FLOOR + "Z";
    }

    /** The newest period. */
    public Week last() {
        return weeks.getLast();
    }

    /** How far right a period stands. */
    public String x(int nth) {
        return number(weeks.size() == 1 ? RIGHT : LEFT + (RIGHT - LEFT) * (double) nth / (weeks.size() - 1));
    }

    /** How far down a number stands. */
    public String y(long value) {
        return number(down(value));
    }

    /** The numbers with a rule: nothing, half and all of the scale. */
    public List<Long> rules() {
        return top() < 2 ? List.of(0L, top()) : List.of(0L, top() / 2, top());
    }

    /** The periods that are named below, at most seven. */
    public List<Integer> named() {
        var step = Math.max(1, (weeks.size() + 6) / 7);
        return IntStream.range(0, weeks.size()).filter(nth -> nth % step == 0).boxed().toList();
    }

    /** How far down the name of what is open stands: where its line ends, or above the other name where the two would meet. */
    public String openNameY() {
        return nameY(last().open(), last().opened(), last().open() >= last().opened());
    }

    /** How far down the name of what came in stands, likewise. */
    public String openedNameY() {
        return nameY(last().opened(), last().open(), last().opened() > last().open());
    }

    private String nameY(long value, long other, boolean above) {
        var at = down(value);
        var apart = Math.abs(at - down(other));
        return number(at + 4 + (apart < NAME ? (above ? -1 : 1) * (NAME - apart) / 2 : 0));
    }

    private double down(long value) {
        return FLOOR - (FLOOR - TOP) * (double) value / top();
    }

    private long top() {
        var highest = weeks.stream().mapToLong(week -> Math.max(week.opened(), week.open())).max().orElse(0);
        var unit = (long) Math.pow(10, Math.max(0, Long.toString(highest).length() - 1));
        return Math.max(2, Math.ceilDiv(highest, unit) * unit);
    }

    private String line(ToLongFunction<Week> value) {
        return IntStream.range(0, weeks.size()).mapToObj(nth -> x(nth) + " " + y(value.applyAsLong(weeks.get(nth)))).collect(Collectors.joining("L", "M", ""));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
