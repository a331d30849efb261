package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Entries of a segment that stand one after the other, from one up to but without another.
 *
 * @param newest none of them is of a later time, in milliseconds since 1970
 */
record Stretch(LeafReaderContext leaf, int from, int to, long newest) {

    /** A segment from its beginning to its end. */
    static Stretch whole(LeafReaderContext leaf) {
        return new Stretch(leaf, 0, leaf.reader().maxDoc(), Long.MAX_VALUE);
    }

    /** All stretches for which the segments know how new they are: some thousand entries each. */
    static List<Stretch> newestFirst(List<LeafReaderContext> leaves) throws IOException {
        var all = new ArrayList<Stretch>();
        for (var leaf : leaves) {
            var times = leaf.reader().getDocValuesSkipper(Fields.AT);
            if (times == null) {
                all.add(whole(leaf));
                continue;
            }
            for (times.advance(0); times.minDocID(0) != DocIdSetIterator.NO_MORE_DOCS; times.advance(times.maxDocID(0) + 1)) {
                all.add(new Stretch(leaf, times.minDocID(0), times.maxDocID(0) + 1, times.maxValue(0)));
            }
        }
        all.sort(Comparator.comparingLong(Stretch::newest).reversed());
        return all;
    }
}
