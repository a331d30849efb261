package no.torg.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The entries of one segment where a word stands in one field, read window by window, each list once from beginning to end. */
final class Postings {

    /** With so many entries in a list to one that is wanted, it is cheaper to jump to those. */
    private static final int SPARSE = 12;

    private final Form[] forms;
    private final SimScorer scorer;
    private final @Nullable NumericDocValues norms;
    private final int entries;
    private final DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();

    Postings(List<Form> forms, SimScorer scorer, @Nullable NumericDocValues norms, int entries) {
        this.forms = forms.toArray(Form[]::new);
        this.scorer = scorer;
        this.norms = norms;
        this.entries = entries;
    }

    /** More than this it is worth in no entry. */
    float most() {
        return scorer.score(Float.MAX_VALUE, 1);
    }

    /** More than this it is worth in no entry of that part: the forms together are worth no more than each by itself. */
    float most(int from, int to, boolean fine) throws IOException {
        float most = most();
        float sum = 0;
        for (int at = 0; at < forms.length && sum < most; at++) {
            sum += forms[at].most(from, to, fine, most);
        }
        return Math.min(sum, most);
    }

    /** The first entry not yet read, when nothing before {@code from} is wanted. */
    int next(int from) throws IOException {
        int next = DocIdSetIterator.NO_MORE_DOCS;
        for (var form : forms) {
            next = Math.min(next, Lists.next(form.list(), from));
        }
        return next;
    }

    /**
     * Adds to {@code frequencies} how often the word stands in each wanted entry of a window, and to {@code found} those where it does. Nothing behind the
     * window is read: what follows it may be asked for next.
     */
    void count(int base, int size, FixedBitSet wanted, float[] frequencies, FixedBitSet found) throws IOException {
        int howMany = wanted.cardinality();
        for (var form : forms) {
            var list = form.list();
            if (Lists.next(list, base) - base >= size) {
                continue;
            }
            if (list.cost() * size / entries > (long) howMany * SPARSE) {
                jump(list, form.worth(), base, wanted, frequencies, found);
            } else {
                run(list, form.worth(), base, size, wanted, frequencies, found);
            }
        }
    }

    float score(int doc, float frequency) throws IOException {
        return scorer.score(frequency, norms != null && norms.advanceExact(doc) ? norms.longValue() : 1);
    }

    private void run(PostingsEnum list, float worth, int base, int size, FixedBitSet wanted, float[] frequencies, FixedBitSet found) throws IOException {
        for (list.nextPostings(base + size, some); some.size > 0; list.nextPostings(base + size, some)) {
            for (int at = 0; at < some.size; at++) {
                int place = some.docs[at] - base;
                if (wanted.get(place)) {
                    frequencies[place] += worth * some.features[at];
                    found.set(place);
                }
            }
        }
    }

    private static void jump(PostingsEnum list, float worth, int base, FixedBitSet wanted, float[] frequencies, FixedBitSet found) throws IOException {
        for (int place = Allowed.next(wanted, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(wanted, place + 1)) {
            int doc = base + place;
            if (Lists.has(list, doc)) {
                frequencies[place] += worth * list.freq();
                found.set(place);
            }
        }
    }
}
