package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * Scores all that matches and is allowed, window by window, one list of postings after the other, the rarest word first. Lucene's own way – all
 * lists at once, and bounds of scores to skip by – costs several times as much here: a word has dozens of forms in three fields, and access leaves
 * few entries to score.
 */
final class Scoring {

    private static final int WINDOW = 4096;
    /** What the word is worth in the fields beside the best one. */
    private static final float OTHERS = 0.4f;

    private final IndexSearcher searcher;
    private final boolean byScore;
    private final int needed;
    private final List<List<Standing>> words;
    private final List<Weight> more = new ArrayList<>();

    private final float[] frequencies = new float[WINDOW];
    private final float[] best = new float[WINDOW];
    private final float[] sums = new float[WINDOW];
    private final float[] totals = new float[WINDOW];
    private final byte[] counts = new byte[WINDOW];
    private final FixedBitSet wanted = new FixedBitSet(WINDOW);
    private final FixedBitSet here = new FixedBitSet(WINDOW);
    private final FixedBitSet anywhere = new FixedBitSet(WINDOW);

    Scoring(IndexSearcher searcher, Matching matching, boolean byScore) throws IOException {
        this.searcher = searcher;
        this.byScore = byScore;
        this.needed = matching.needed();
        this.words = new ArrayList<>(matching.standings(searcher));
        words.sort(Comparator.comparingLong(word -> word.stream().mapToLong(Standing::frequency).sum()));
        for (Query query : byScore ? matching.more() : List.<Query>of()) {
            more.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.TOP_SCORES, 1));
        }
    }

    List<Best.Found> find(Allowed allowed, Best found) throws IOException {
        for (var leaf : searcher.getLeafContexts()) {
            var postings = new ArrayList<List<Postings>>();
            for (var word : words) {
                var its = new ArrayList<Postings>();
                for (var standing : word) {
                    var there = standing.in(leaf);
                    if (there != null) {
                        its.add(there);
                    }
                }
                if (!its.isEmpty()) {
                    its.sort(Comparator.comparing(Postings::most).reversed());
                    postings.add(its);
                }
            }
            if (postings.size() >= needed) {
                found.enter(leaf);
                windows(postings, allowed.in(leaf.reader()), more(leaf), found);
            }
        }
        return found.inOrder();
    }

    private List<Scorer> more(LeafReaderContext leaf) throws IOException {
        var scorers = new ArrayList<Scorer>();
        for (var weight : more) {
            scorers.add(weight.scorer(leaf));
        }
        scorers.removeIf(Objects::isNull);
        return scorers;
    }

    private void windows(List<List<Postings>> words, FixedBitSet allowed, List<Scorer> more, Best found) throws IOException {
        float[] mostAfter = mostAfter(words, more);
        int base = next(words, allowed, 0);
        while (base != DocIdSetIterator.NO_MORE_DOCS) {
            int size = Math.min(WINDOW, allowed.length() - base);
            wanted.clear();
            FixedBitSet.orRange(allowed, base, wanted, 0, size);
            Arrays.fill(totals, 0);
            Arrays.fill(counts, (byte) 0);
            for (int at = 0; at < words.size(); at++) {
                add(words.get(at), base, mostAfter[at], found);
                drop(words.size() - at - 1, mostAfter[at], found);
            }
            for (int place = Allowed.next(wanted, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(wanted, place + 1)) {
                if (!byScore) {
                    found.add(base + place, 0);
                } else if (found.mayTake(totals[place] + mostAfter[words.size() - 1])) {
                    found.add(base + place, totals[place] + sum(more, base + place));
                }
            }
            base = next(words, allowed, base + size);
        }
    }

    /** Where the next entry can be that is allowed and has enough words. */
    private int next(List<List<Postings>> words, FixedBitSet allowed, int from) throws IOException {
        int start = Allowed.next(allowed, from);
        if (start == DocIdSetIterator.NO_MORE_DOCS) {
            return start;
        }
        int[] starts = new int[words.size()];
        for (int at = 0; at < starts.length; at++) {
            starts[at] = DocIdSetIterator.NO_MORE_DOCS;
            for (var postings : words.get(at)) {
                starts[at] = Math.min(starts[at], postings.next(start));
            }
        }
        Arrays.sort(starts);
        return Allowed.next(allowed, starts[needed - 1]);
    }

    /** The most that can come to an entry's score after each of the words. */
    private float[] mostAfter(List<List<Postings>> words, List<Scorer> more) throws IOException {
        float most = 0;
        for (var scorer : more) {
            most += scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
        }
        float[] after = new float[words.size()];
        for (int at = words.size() - 1; at >= 0; at--) {
            after[at] = most;
            float all = 0;
            for (var postings : words.get(at)) {
                all += postings.most();
            }
            most += together(words.get(at).getFirst().most(), all);
        }
        return after;
    }

    /** Adds a word's scores, the field with the highest ones first: entries that would need it to be among the best are not looked for in the others. */
    private void add(List<Postings> word, int base, float mostAfter, Best found) throws IOException {
        float rest = 0;
        for (var postings : word) {
            rest += postings.most();
        }
        for (int at = 0; at < word.size(); at++) {
            var postings = word.get(at);
            if (at > 0) {
                drop(postings.most(), rest, mostAfter, found);
            }
            rest -= postings.most();
            postings.count(base, wanted, wanted.cardinality(), frequencies, here);
            for (int place = Allowed.next(here, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(here, place + 1)) {
                float score = byScore ? postings.score(base + place, frequencies[place]) : 0;
                frequencies[place] = 0;
                best[place] = Math.max(best[place], score);
                sums[place] += score;
            }
            anywhere.or(here);
            here.clear();
        }
        for (int place = Allowed.next(anywhere, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(anywhere, place + 1)) {
            totals[place] += together(best[place], sums[place]);
            counts[place]++;
            best[place] = 0;
            sums[place] = 0;
        }
        anywhere.clear();
    }

    /** Leaves out what cannot be among the best any more, with the fields of a word that are left. */
    private void drop(float most, float rest, float mostAfter, Best found) {
        if (!byScore || found.mayTake(mostAfter + together(most, rest))) {
            return;
        }
        for (int place = Allowed.next(wanted, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(wanted, place + 1)) {
            if (!found.mayTake(totals[place] + mostAfter + together(Math.max(best[place], most), sums[place] + rest))) {
                wanted.clear(place);
            }
        }
    }

    /** Leaves out what cannot have enough words any more, or cannot be among the best. */
    private void drop(int wordsLeft, float mostAfter, Best found) {
        for (int place = Allowed.next(wanted, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(wanted, place + 1)) {
            if (counts[place] + wordsLeft < needed || !found.mayTake(totals[place] + mostAfter)) {
                wanted.clear(place);
            }
        }
    }

    /** The best field's score and a part of the others'. */
    private static float together(float best, float sum) {
        return best + OTHERS * (sum - best);
    }

    private static float sum(List<Scorer> more, int doc) throws IOException {
        float sum = 0;
        for (var scorer : more) {
            var iterator = scorer.iterator();
            if (iterator.docID() == doc || iterator.docID() < doc && iterator.advance(doc) == doc) {
                sum += scorer.score();
            }
        }
        return sum;
    }
}
