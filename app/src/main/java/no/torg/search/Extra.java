package no.torg.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/**
 * What makes some matches of a segment better, asked of one entry after the other: whether it holds for that very entry, without looking for the next for
 * which it does.
 *
 * @param most more than this it is worth in no entry
 */
record Extra(Scorer scorer, DocIdSetIterator candidates, @Nullable TwoPhaseIterator check, float most) {

    static Extra of(Scorer scorer) throws IOException {
        var check = scorer.twoPhaseIterator();
        return new Extra(scorer, check == null ? scorer.iterator() : check.approximation(), check, scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
    }

    /** What it is worth in that entry; 0 where it does not hold. */
    float of(int doc) throws IOException {
        return Lists.has(candidates, doc) && (check == null || check.matches()) ? scorer.score() : 0;
    }
}
