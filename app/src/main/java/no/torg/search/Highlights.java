package no.torg.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** The titles of hits, and the places in their texts that show best why they were found, with what was looked for marked. */
final class Highlights {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int PASSAGES = 2;
    private static final int GOAL = 120;
    private static final int LONGEST = 220;
    private static final int LEAD = 60;

    private final List<String> shelves;
    private final Map<String, Object[]> found;

    Highlights(IndexSearcher searcher, List<String> shelves, Matching matching, int[] docs) throws IOException {
        this.shelves = shelves;
        var fields = shelves.stream().flatMap(shelf -> Stream.of(Fields.title(shelf), Fields.text(shelf))).toList();
        found = docs.length == 0 ? Map.of() : new Both(searcher).of(fields, matching.marks(fields), docs);
    }

    List<Span> title(int hit) {
        return spans(hit, Fields::title);
    }

    List<Span> snippet(int hit) {
        return spans(hit, Fields::text);
    }

    /** A hit has texts on one of the shelves only. */
    private List<Span> spans(int hit, UnaryOperator<String> field) {
        for (String shelf : shelves) {
            if (found.get(field.apply(shelf))[hit] instanceof Marked marked) {
                return marked.spans;
            }
        }
        return List.of();
    }

    private record Marked(List<Span> spans) {
    }

    /** Title and text read in one go: the title whole, of the text some sentences. */
    private static final class Both extends UnifiedHighlighter {

        Both(IndexSearcher searcher) {
            super(UnifiedHighlighter.builder(searcher, Analysis.plain()).withMaxLength(Entry.LONGEST_TEXT).withWeightMatches(false)
                .withMaxNoHighlightPassages(1));
        }

        Map<String, Object[]> of(List<String> fields, Query marks, int[] docs) throws IOException {
            int[] passages = fields.stream().mapToInt(field -> Fields.isTitle(field) ? 1 : PASSAGES).toArray();
            return highlightFieldsAsObjects(fields.toArray(String[]::new), marks, docs, passages);
        }

        @Override
        protected FieldOffsetStrategy getOffsetStrategy(OffsetSource source, UHComponents parts) {
            return new Places(parts);
        }

        @Override
        protected BreakIterator getBreakIterator(String field) {
            return Fields.isTitle(field) ? new WholeBreakIterator()
                : LengthGoalBreakIterator.createClosestToLength(BreakIterator.getSentenceInstance(Locale.ROOT), GOAL, 0.3f);
        }

        @Override
        protected PassageFormatter getFormatter(String field) {
            return new Spans(Fields.isTitle(field));
        }
    }

    private static final class Spans extends PassageFormatter {

        private final boolean whole;

        Spans(boolean whole) {
            this.whole = whole;
        }

        @Override
        public Marked format(Passage[] passages, String content) {
            var spans = new ArrayList<Span>();
            int end = 0;
            for (var passage : passages) {
                int from = passage.getStartOffset();
                int to = passage.getEndOffset();
                if (!whole && to - from > LONGEST) {
                    from = passage.getNumMatches() == 0 ? from : wordStart(content, from, Math.max(from, passage.getMatchStarts()[0] - LEAD));
                    to = wordEnd(content, Math.min(to, from + LONGEST), to);
                }
                if (from > end) {
                    add(spans, spans.isEmpty() ? "…" : " … ", false);
                }
                add(spans, passage, content, from, to);
                end = to;
            }
            if (!whole && end < content.stripTrailing().length()) {
                add(spans, " …", false);
            }
            return new Marked(spans);
        }

        private static void add(List<Span> spans, Passage passage, String content, int from, int to) {
            int at = from;
            for (int match = 0; match < passage.getNumMatches(); match++) {
                int start = Math.max(passage.getMatchStarts()[match], at);
                int stop = Math.min(passage.getMatchEnds()[match], to);
                if (start < stop) {
                    add(spans, content.substring(at, start), false);
                    add(spans, content.substring(start, stop), true);
                    at = stop;
                }
            }
            add(spans, content.substring(at, to), false);
        }

        private static void add(List<Span> spans, String text, boolean hit) {
            if (!text.isEmpty()) {
                spans.add(new Span(SPACE.matcher(text).replaceAll(" "), hit));
            }
        }

        private static int wordStart(String content, int least, int at) {
            int start = at;
            while (start > least && start > at - 30 && !Character.isWhitespace(content.charAt(start - 1))) {
                start--;
            }
            return start > least && Character.isLowSurrogate(content.charAt(start)) ? start - 1 : start;
        }

        private static int wordEnd(String content, int at, int most) {
            int end = at;
            while (end < most && end < at + 30 && !Character.isWhitespace(content.charAt(end))) {
                end++;
            }
            return end < most && Character.isLowSurrogate(content.charAt(end)) ? end + 1 : end;
        }
    }
}
