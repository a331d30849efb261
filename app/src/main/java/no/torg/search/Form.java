package no.torg.search;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * One of a word's forms in one field of a segment.
 *
 * @param worth  beside the word as written
 * @param coarse what it can be worth in a window; null where its entries are too few for that to be worth while
 * @param fine   what it can be worth in a part of a window
 */
record Form(PostingsEnum list, float worth, @Nullable Bound coarse, @Nullable Bound fine) {

    private static final int FEW = 1_000;
    private static final int SPARSE = 1_000;

    /** At its first entry. */
    static Form of(TermsEnum at, float worth, SimScorer scorer, int entries, boolean bounded) throws IOException {
        boolean common = bounded && at.docFreq() > FEW && at.docFreq() > entries / SPARSE;
        var form = new Form(at.postings(null, PostingsEnum.FREQS), worth, common ? new Bound(at.impacts(PostingsEnum.FREQS), scorer, worth, false) : null,
            common ? new Bound(at.impacts(PostingsEnum.FREQS), scorer, worth, true) : null);
        form.list.nextDoc();
        return form;
    }

    /** The most it can be worth in a part of the segment; {@code otherwise} where that is not known. */
    float most(int from, int to, boolean fine, float otherwise) throws IOException {
        var bound = fine ? this.fine : coarse;
        return list.docID() >= to ? 0 : bound == null ? otherwise : bound.most(from, to);
    }
}
