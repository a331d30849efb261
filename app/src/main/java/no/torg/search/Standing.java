package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where a word stands in one field, in any of its forms, and what that is worth (BM25 over all its forms, as if they were one word). */
final class Standing {

    private static final BytesRef ANY_FORM = new BytesRef("any form");

    private final String field;
    private final List<BytesRef> forms = new ArrayList<>();
    private final float[] worths;
    private final @Nullable TermState[][] places;
    private final @Nullable SimScorer scorer;
    private int frequency;

    Standing(IndexSearcher searcher, String field, Map<String, Float> worthOf, float boost) throws IOException {
        this.field = field;
        this.worths = new float[worthOf.size()];
        worthOf.forEach((form, worth) -> {
            worths[forms.size()] = worth;
            forms.add(new BytesRef(form));
        });
        this.places = new TermState[searcher.getLeafContexts().size()][];
        int[] frequencies = new int[forms.size()];
        for (var leaf : searcher.getLeafContexts()) {
            places[leaf.ord] = places(leaf.reader(), frequencies);
        }
        for (int each : frequencies) {
            frequency = Math.max(frequency, each);
        }
        var all = searcher.collectionStatistics(field);
        scorer = frequency == 0 || all == null ? null : searcher.getSimilarity().scorer(boost, all, new TermStatistics(ANY_FORM, frequency, frequency));
    }

    /** In how many entries its commonest form stands. */
    int frequency() {
        return frequency;
    }

    /** The same in one segment; null when it does not stand there. {@code bounded} where it matters what it can be worth at the most. */
    @Nullable Postings in(LeafReaderContext leaf, boolean bounded) throws IOException {
        var states = places[leaf.ord];
        if (states == null || scorer == null) {
            return null;
        }
        var terms = leaf.reader().terms(field).iterator();
        var found = new ArrayList<Form>();
        for (int form = 0; form < states.length; form++) {
            if (states[form] != null) {
                terms.seekExact(forms.get(form), states[form]);
                found.add(Form.of(terms, worths[form], scorer, leaf.reader().maxDoc(), bounded));
            }
        }
        return new Postings(found, scorer, leaf.reader().getNormValues(field), leaf.reader().maxDoc());
    }

    private @Nullable TermState @Nullable [] places(LeafReader leaf, int[] frequencies) throws IOException {
        var terms = leaf.terms(field);
        if (terms == null) {
            return null;
        }
        TermState[] found = null;
        TermsEnum all = terms.iterator();
        for (int form = 0; form < frequencies.length; form++) {
            if (all.seekExact(forms.get(form))) {
                found = found == null ? new TermState[frequencies.length] : found;
                found[form] = all.termState();
                frequencies[form] += all.docFreq();
            }
        }
        return found;
    }
}
