package no.torg.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** One text, compiled once: as it stands, with plain places ({0}), or in ICU's full form (plurals, choices). */
sealed interface Text {
    Pattern PLACE = Pattern.compile("\\{(\\d)}");

    String fill(Object... args);

    static Text of(String pattern, Language language) {
        if (pattern.indexOf('{') < 0) return new Plain(pattern);
        var rest = PLACE.matcher(pattern).replaceAll("");
        var full = new Full(pattern, ULocale.forLocale(language.locale()), new ConcurrentLinkedQueue<>());
        full.idle.add(full.compile());
        return rest.indexOf('{') < 0 && pattern.indexOf('\'') < 0 ? Places.of(pattern, full) : full;
    }

    record Plain(String text) implements Text {
        @Override
        public String fill(Object... args) {
            return text;
        }
    }

    /** Plain places are filled here, some forty times faster than by ICU; a number is left to ICU, which groups it. */
    record Places(List<String> between, int[] places, Full full) implements Text {
        static Places of(String pattern, Full full) {
            var between = new ArrayList<String>();
            var places = new ArrayList<Integer>();
            var matcher = PLACE.matcher(pattern);
            var at = 0;
            while (matcher.find()) {
                between.add(pattern.substring(at, matcher.start()));
                places.add(Integer.valueOf(matcher.group(1)));
                at = matcher.end();
            }
            between.add(pattern.substring(at));
            return new Places(List.copyOf(between), places.stream().mapToInt(Integer::intValue).toArray(), full);
        }

        @Override
        public String fill(Object... args) {
            for (var place : places) if (place >= args.length || !(args[place] instanceof String)) return full.fill(args);
            var filled = new StringBuilder(between.getFirst());
            for (var i = 0; i < places.length; i++) filled.append(args[places[i]]).append(between.get(i + 1));
            return filled.toString();
        }
    }

    /** ICU's formats are not safe for threads, so each is lent to one at a time. */
    record Full(String pattern, ULocale locale, ConcurrentLinkedQueue<MessageFormat> idle) implements Text {
        private MessageFormat compile() {
            return new MessageFormat(pattern, locale);
        }

        @Override
        public String fill(Object... args) {
            var waiting = idle.poll();
            var format = waiting == null ? compile() : waiting;
            var filled = format.format(args);
            idle.add(format);
            return filled;
        }
    }
}
