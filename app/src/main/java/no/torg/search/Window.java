package no.torg.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The scores of some entries that stand one after the other in a segment, summed up word by word. */
final class Window {

    private final boolean byScore;
    private final float[] frequencies;
    private final float[] best;
    private final float[] sums;
    private final float[] totals;
    private final byte[] counts;
    private final FixedBitSet wanted;
    private final FixedBitSet here;
    private final FixedBitSet anywhere;
    private int base;
    private int size;

    /** @param most how many entries it may span */
    Window(boolean byScore, int most) {
        this.byScore = byScore;
        frequencies = new float[most];
        best = new float[most];
        sums = new float[most];
        totals = new float[most];
        counts = new byte[most];
        wanted = new FixedBitSet(most);
        here = new FixedBitSet(most);
        anywhere = new FixedBitSet(most);
    }

    /** How many entries it may span. */
    int most() {
        return totals.length;
    }

    /** Begins at the entry {@code from}, with those that are allowed; gives whether any is. */
    boolean begin(Allowed.There allowed, int from, int entries) throws IOException {
        base = from;
        size = entries;
        allowed.in(base, size, wanted, here);
        Arrays.fill(totals, 0, size, 0);
        Arrays.fill(counts, 0, size, (byte) 0);
        return next(0) != DocIdSetIterator.NO_MORE_DOCS;
    }

    /** The next place whose entry may still be among the best. */
    int next(int from) {
        return Allowed.next(wanted, from);
    }

    float score(int place) {
        return totals[place];
    }

    /** Leaves out a part. */
    void leave(int from, int to) {
        wanted.clear(from, to);
    }

    /**
     * Adds a word's scores, the field with the highest ones first: entries that would need it to be among the best are not looked for in the others.
     *
     * @param must whether entries without it are left out from now on
     */
    void add(Sought word, boolean must, float mostAfter, Best found) throws IOException {
        float rest = 0;
        for (var postings : word.fields()) {
            rest += postings.most();
        }
        boolean first = true;
        for (var postings : word.fields()) {
            if (!first) {
                drop(postings.most(), rest, mostAfter, found);
            }
            first = false;
            rest -= postings.most();
            postings.count(base, size, wanted, frequencies, here);
            for (int place = Allowed.next(here, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(here, place + 1)) {
                float score = byScore ? postings.score(base + place, frequencies[place]) : 0;
                frequencies[place] = 0;
                best[place] = Math.max(best[place], score);
                sums[place] += score;
            }
            anywhere.or(here);
            here.clear();
        }
        close(must);
    }

    /** Sums up a word of which all fields have been read. */
    private void close(boolean must) {
        for (int place = Allowed.next(anywhere, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(anywhere, place + 1)) {
            totals[place] += Sought.together(best[place], sums[place]);
            counts[place]++;
            best[place] = 0;
            sums[place] = 0;
        }
        if (must) {
            wanted.and(anywhere);
        }
        anywhere.clear();
    }

    /** Leaves out what cannot be among the best any more, with the fields of a word that are left. */
    private void drop(float most, float rest, float mostAfter, Best found) {
        if (!byScore || found.mayTake(mostAfter + Sought.together(most, rest))) {
            return;
        }
        for (int place = next(0); place != DocIdSetIterator.NO_MORE_DOCS; place = next(place + 1)) {
            if (!found.mayTake(totals[place] + mostAfter + Sought.together(Math.max(best[place], most), sums[place] + rest))) {
                wanted.clear(place);
            }
        }
    }

    /** Leaves out what has fewer words than it must have by now, or cannot be among the best any more. */
    void drop(int least, float mostAfter, Best found) {
        for (int place = next(0); place != DocIdSetIterator.NO_MORE_DOCS; place = next(place + 1)) {
            if (counts[place] < least || !found.mayTake(totals[place] + mostAfter)) {
                wanted.clear(place);
            }
        }
    }
}
