package no.torg.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import no.torg.insight.Overview.Outcome;
import no.torg.insight.ServiceFigures.Times;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is noticeably better and worse than what it is compared with, in a sentence. Numbers that follow how many cases come are counted by new case; a
 * tenth is noticed, and a share by three percentage points. What few cases say is not told.
 */
final class Better {

    private static final double NOTICED = 0.1;
    private static final double POINTS = 0.03;
    private static final int LEAST = 20;

    private final Words words;
    private final List<String> better = new ArrayList<>();
    private final List<String> worse = new ArrayList<>();

    private Better(Words words) {
        this.words = words;
    }

    static String finding(Words words, Outcome now, Outcome then) {
        var found = new Better(words);
        found.number("insight.key.open-end", now.open(), then.open());
        found.each("insight.key.handed-over", now, then, Outcome::handedOver);
        found.each("insight.key.returned", now, then, Outcome::returned);
        found.each("insight.key.reopened", now, then, Outcome::reopened);
        found.times("reply", now.firstReply(), then.firstReply());
        found.times("done", now.resolution(), then.resolution());
        return found.said();
    }

    private void each(String name, Outcome now, Outcome then, Function<Outcome, Long> of) {
        if (now.opened() >= LEAST && then.opened() >= LEAST && of.apply(now) + of.apply(then) >= LEAST) {
            less(name, (double) of.apply(now) / now.opened(), (double) of.apply(then) / then.opened());
        }
    }

    private void number(String name, long now, long then) {
        if (now + then >= LEAST) {
            less(name, now, then);
        }
    }

    private void times(String name, Times now, Times then) {
        if (now.count() >= LEAST && then.count() >= LEAST) {
            less("insight.column." + name + "-half", now.median(), then.median());
            less("insight.column." + name + "-nine", now.ninetieth(), then.ninetieth());
        }
        if (now.inTime() + now.late() >= LEAST && then.inTime() + then.late() >= LEAST) {
            share("insight.column." + name + "-share", now.share(), then.share());
        }
    }

    private void less(String name, double now, double then) {
        if (Math.abs(now - then) >= then * NOTICED && now != then) {
            (now < then ? better : worse).add(word(name));
        }
    }

    private void share(String name, @Nullable Double now, @Nullable Double then) {
        if (now != null && then != null && Math.abs(now - then) >= POINTS) {
            (now > then ? better : worse).add(word(name));
        }
    }

    private String word(String name) {
        return words.say(name).toLowerCase(words.language().locale());
    }

    private String said() {
        if (better.isEmpty() && worse.isEmpty()) {
            return words.say("insight.comparison.alike");
        }
        var said = new ArrayList<String>();
        if (!better.isEmpty()) {
            said.add(words.say("insight.comparison.better", String.join("; ", better)));
        }
        if (!worse.isEmpty()) {
            said.add(words.say("insight.comparison.worse", String.join("; ", worse)));
        }
        return String.join(" ", said);
    }
}
