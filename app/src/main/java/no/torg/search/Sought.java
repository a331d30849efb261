package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Where a word stands in one segment: the fields, the one with the highest scores first. */
record Sought(List<Postings> fields) {

    /** What the word is worth in the fields beside the best one. */
    private static final float OTHERS = 0.4f;

    /** Null where the segment does not have the word. */
    static @Nullable Sought in(LeafReaderContext leaf, List<Standing> word, boolean bounded) throws IOException {
        var fields = new ArrayList<Postings>();
        for (var standing : word) {
            var there = standing.in(leaf, bounded);
            if (there != null) {
                fields.add(there);
            }
        }
        if (fields.isEmpty()) {
            return null;
        }
        fields.sort(Comparator.comparingDouble((Postings postings) -> postings.most()).reversed());
        return new Sought(List.copyOf(fields));
    }

    /** The best field's score and a part of the others'. */
    static float together(float best, float sum) {
        return best + OTHERS * (sum - best);
    }

    /** The first entry not yet read, when nothing before {@code from} is wanted. */
    int next(int from) throws IOException {
        int next = DocIdSetIterator.NO_MORE_DOCS;
        for (var field : fields) {
            next = Math.min(next, field.next(from));
        }
        return next;
    }

    /** More than this the word is worth in no entry. */
    float most() {
        float sum = 0;
        for (var field : fields) {
            sum += field.most();
        }
        return together(fields.getFirst().most(), sum);
    }

    /** More than this the word is worth in no entry of that part. Each grain is asked from the segment's beginning to its end. */
    float most(int from, int to, boolean fine) throws IOException {
        float best = 0;
        float sum = 0;
        for (var field : fields) {
            float there = field.most(from, to, fine);
            best = Math.max(best, there);
            sum += there;
        }
        return together(best, sum);
    }
}
