package no.torg.search;

import java.io.IOException;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** What a word's form can be worth at the most in a part of a segment, as its list of postings says block by block; asked from the beginning to the end. */
final class Bound {

    private final ImpactsEnum list;
    private final SimScorer scorer;
    private final float worth;
    private final boolean fine;
    private int known = -1;
    private int knownLevel;
    private float most;

    /** @param fine whether each block is asked, or many in one go where the part has them */
    Bound(ImpactsEnum list, SimScorer scorer, float worth, boolean fine) {
        this.list = list;
        this.scorer = scorer;
        this.worth = worth;
        this.fine = fine;
    }

    /** From one entry up to but without another. */
    float most(int from, int to) throws IOException {
        float found = 0;
        for (int at = from; at < to; ) {
            list.advanceShallow(at);
            var impacts = list.getImpacts();
            int level = !fine && impacts.numLevels() > 1 && impacts.getDocIdUpTo(1) < to ? 1 : 0;
            int upTo = impacts.getDocIdUpTo(level);
            if (upTo != known || level != knownLevel) {
                most = 0;
                for (var impact : impacts.getImpacts(level)) {
                    most = Math.max(most, scorer.score(worth * impact.freq, impact.norm));
                }
                known = upTo;
                knownLevel = level;
            }
            found = Math.max(found, most);
            at = upTo >= to ? to : upTo + 1;
        }
        return found;
    }
}
