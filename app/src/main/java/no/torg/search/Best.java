package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** The first so many entries after a place in the order of hits. */
final class Best {

    /** An entry and its place. */
    record Found(int doc, Cursor place) {
    }

    private static final float ROUNDED = 1.0001f;

    private final Matching.Effort effort;
    private final boolean byScore;
    private final Recency recency;
    private final int most;
    private final @Nullable Cursor after;
    /** The last one comes out first. */
    private final PriorityQueue<Found> found = new PriorityQueue<>((one, other) -> one.place.isBefore(other.place) ? 1 : other.place.isBefore(one.place) ? -1 : 0);
    private float least = Float.NEGATIVE_INFINITY;
    private int base;
    private @Nullable NumericDocValues times;
    private @Nullable NumericDocValues ties;

    Best(Matching.Effort effort, boolean byScore, Recency recency, int most, @Nullable Cursor after) {
        this.effort = effort;
        this.byScore = byScore;
        this.recency = recency;
        this.most = most;
        this.after = after;
    }

    /** What is added next is of this segment. */
    void enter(LeafReaderContext leaf) throws IOException {
        base = leaf.docBase;
        times = DocValues.getNumeric(leaf.reader(), Fields.AT);
        ties = DocValues.getNumeric(leaf.reader(), Fields.TIE);
    }

    /** Whether one with at most this score may still be among them. Bounds are summed up in another order than scores, so it is not taken to the last digit. */
    boolean mayTake(float score) {
        return score * ROUNDED >= least;
    }

    /** Whether there are as many as are wanted, so that from now on only better ones are taken. */
    boolean isFull() {
        return found.size() == most;
    }

    /** Whether one that is not newer than this, and whose words are worth no more than that, may still be among them. */
    boolean mayTakeOf(long newest, float words) {
        return byScore ? mayTake(words + recency(newest)) : found.size() < most || newest >= found.element().place.at();
    }

    /** What its time is worth at the most in one that is not newer than this. */
    float recency(long newest) {
        return byScore ? recency.of(newest) : 0;
    }

    /** One whose words are worth so much. */
    void add(int doc, float words) throws IOException {
        long at = value(times, doc);
        float score = words + recency(at);
        if (score < least || after != null && score > after.score()) {
            return;
        }
        if (score == least && at < found.element().place.at()) {
            return;
        }
        var place = new Cursor(effort, recency.day(), score, at, value(ties, doc));
        if (after != null && !after.isBefore(place) || found.size() == most && !place.isBefore(found.element().place)) {
            return;
        }
        if (found.size() == most) {
            found.remove();
        }
        found.add(new Found(base + doc, place));
        least = found.size() == most ? found.element().place.score() : least;
    }

    /** In their order. */
    List<Found> inOrder() {
        var all = new ArrayList<>(found);
        all.sort(found.comparator().reversed());
        return all;
    }

    private static long value(@Nullable NumericDocValues values, int doc) throws IOException {
        return values != null && values.advanceExact(doc) ? values.longValue() : 0;
    }
}
