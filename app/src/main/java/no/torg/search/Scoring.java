package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * Scores all that matches and is allowed, window by window, one list of postings after the other, the rarest word first. Lucene's own way – all
 * lists at once, entry by entry – costs several times as much here: a word has dozens of forms in three fields, and access leaves few entries to score.
 */
final class Scoring {

    /** So many entries of a window are left out at once when none of them can be among the best. */
    private static final int PART = 512;
    /** So many stretches are asked first for the newest. */
    private static final int STRETCHES = 16;
    /** So few entries, or by score such a part of all there are, are all looked at, not the newest first. */
    private static final int FEW = 20_000;
    private static final int FEW_OF_ALL = 10;
    /** So few entries lie in few windows anyway; to make a wide one would cost more than it spares. */
    private static final int VERY_FEW = 1_000;
    /** Entries of a window: more where all are looked at, for each window asks every list of postings. */
    private static final int WIDE = 16_384;
    private static final int NARROW = 4_096;

    private final IndexSearcher searcher;
    private final boolean byScore;
    private final int needed;
    private final List<List<Standing>> words;
    private final List<Weight> more = new ArrayList<>();
    private final boolean isFew;
    private final Window window;

    Scoring(IndexSearcher searcher, Matching matching, boolean byScore) throws IOException {
        this.searcher = searcher;
        this.byScore = byScore;
        this.needed = matching.needed();
        this.words = new ArrayList<>(matching.standings(searcher));
        words.sort(Comparator.comparingLong(Scoring::entries));
        long most = words.stream().limit(words.size() - needed + 1L).mapToLong(Scoring::entries).sum();
        this.isFew = most < (byScore ? Math.max(FEW, searcher.getIndexReader().maxDoc() / FEW_OF_ALL) : FEW);
        this.window = new Window(byScore, isFew && most > VERY_FEW ? WIDE : NARROW);
        for (Query query : byScore ? matching.more() : List.<Query>of()) {
            more.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.TOP_SCORES, 1));
        }
    }

    /** Goes back in time, some stretches at once and then more, until what is left cannot be among the best. Where few have the words it is done at once. */
    List<Best.Found> find(Allowed allowed, Best found) throws IOException {
        if (isFew) {
            for (var leaf : searcher.getLeafContexts()) {
                in(leaf, List.of(Stretch.whole(leaf)), allowed, found);
            }
            return found.inOrder();
        }
        var stretches = Stretch.newestFirst(searcher.getLeafContexts());
        int some = STRETCHES;
        // by score each segment says more exactly what its words are worth at the most
        for (int from = 0; from < stretches.size() && found.mayTakeOf(stretches.get(from).newest(), Float.MAX_VALUE); from += some, some *= 4) {
            var next = stretches.subList(from, (int) Math.min(stretches.size(), (long) from + some));
            for (var there : next.stream().collect(Collectors.groupingBy(Stretch::leaf, LinkedHashMap::new, Collectors.toList())).entrySet()) {
                in(there.getKey(), there.getValue().stream().sorted(Comparator.comparingInt(Stretch::from)).toList(), allowed, found);
            }
        }
        return found.inOrder();
    }

    private static long entries(List<Standing> word) {
        return word.stream().mapToLong(Standing::frequency).sum();
    }

    private void in(LeafReaderContext leaf, List<Stretch> stretches, Allowed allowed, Best found) throws IOException {
        var sought = new ArrayList<Sought>();
        for (var word : words) {
            var there = Sought.in(leaf, word, byScore);
            if (there != null) {
                sought.add(there);
            }
        }
        if (sought.size() >= needed) {
            found.enter(leaf);
            var there = allowed.in(leaf.reader());
            var extras = extras(leaf);
            float most = 0;
            for (var word : sought) {
                most += word.most();
            }
            for (var extra : extras) {
                most += extra.most();
            }
            for (var stretch : stretches) {
                if (found.mayTakeOf(stretch.newest(), most)) {
                    windows(sought, there, extras, stretch, found);
                }
            }
        }
    }

    private List<Extra> extras(LeafReaderContext leaf) throws IOException {
        var extras = new ArrayList<Extra>();
        for (var weight : more) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                extras.add(Extra.of(scorer));
            }
        }
        return extras;
    }

    private void windows(List<Sought> words, Allowed.There allowed, List<Extra> extras, Stretch stretch, Best found) throws IOException {
        float mostExtra = found.recency(stretch.newest());
        for (var extra : extras) {
            mostExtra += extra.most();
        }
        float[] most = new float[words.size()];
        int size;
        for (int base = next(words, allowed, stretch.from()); base < stretch.to(); base = next(words, allowed, base + size)) {
            size = Math.min(window.most(), stretch.to() - base);
            if (most(words, base, base + size, false, most) && found.mayTake(sum(most, 0) + mostExtra) && window.begin(allowed, base, size)) {
                if (byScore && !isFew && found.isFull()) {
                    parts(words, base, size, mostExtra, found);
                }
                for (int at = 0; at < words.size(); at++) {
                    float after = sum(most, at + 1) + mostExtra;
                    int least = needed - (words.size() - at - 1);
                    window.add(words.get(at), least > at, after, found);
                    window.drop(least, after, found);
                }
                take(base, extras, mostExtra, found);
            }
        }
    }

    private void take(int base, List<Extra> extras, float mostExtra, Best found) throws IOException {
        for (int place = window.next(0); place != DocIdSetIterator.NO_MORE_DOCS; place = window.next(place + 1)) {
            if (!byScore) {
                found.add(base + place, 0);
            } else if (found.mayTake(window.score(place) + mostExtra)) {
                float score = window.score(place);
                for (var extra : extras) {
                    score += extra.of(base + place);
                }
                found.add(base + place, score);
            }
        }
    }

    /** Where the next entry can be that is allowed and has enough words. */
    private int next(List<Sought> words, Allowed.There allowed, int from) throws IOException {
        int start = allowed.next(from);
        if (start == DocIdSetIterator.NO_MORE_DOCS) {
            return start;
        }
        int[] starts = new int[words.size()];
        for (int at = 0; at < starts.length; at++) {
            starts[at] = words.get(at).next(start);
        }
        Arrays.sort(starts);
        return starts[needed - 1] == DocIdSetIterator.NO_MORE_DOCS ? starts[needed - 1] : allowed.next(starts[needed - 1]);
    }

    /** Leaves out the parts of a window where no entry can be among the best. Words that stand in few entries mostly can be in each part. */
    private void parts(List<Sought> words, int base, int size, float mostExtra, Best found) throws IOException {
        float[] most = new float[words.size()];
        for (int from = 0; from < size; from += PART) {
            int to = Math.min(from + PART, size);
            int wanted = window.next(from);
            if (wanted < to && !(most(words, base + from, base + to, true, most) && found.mayTake(sum(most, 0) + mostExtra))) {
                window.leave(from, to);
            }
        }
    }

    /** The most that each word can be worth in a part; gives whether enough of them can stand there. */
    private boolean most(List<Sought> words, int from, int to, boolean fine, float[] most) throws IOException {
        int there = 0;
        for (int at = 0; at < most.length; at++) {
            most[at] = byScore ? words.get(at).most(from, to, fine) : 1;
            there += most[at] > 0 ? 1 : 0;
        }
        return there >= needed;
    }

    private static float sum(float[] most, int from) {
        float sum = 0;
        for (int at = from; at < most.length; at++) {
            sum += most[at];
        }
        return sum;
    }
}
