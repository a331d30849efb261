package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a segment that one person may find at all, whatever was asked. Read anew for each search – some ten thousand entries take a tenth of
 * a millisecond –, so that nothing that is remembered can be out of date.
 */
final class Allowed {

    /** Beside so many entries of the segment to one that is allowed, it is cheaper to jump from one to the next. */
    private static final int SPARSE = 64;

    private final SearchQuery question;
    private final @Nullable Collection<BytesRef> subjects;

    /** @param subjects terms of those to look among; all when null */
    Allowed(SearchQuery question, @Nullable Collection<BytesRef> subjects) {
        this.question = question;
        this.subjects = subjects;
    }

    FixedBitSet in(LeafReader leaf) throws IOException {
        int tenant = question.tenant();
        var access = question.access().stream().map(term -> Fields.term(tenant, term)).toList();
        var allowed = new FixedBitSet(leaf.maxDoc());
        for (var list : lists(leaf, Fields.ACCESS, access)) {
            allowed.or(list);
        }
        if (subjects != null) {
            retain(leaf, allowed, Fields.SUBJECT, subjects);
        }
        if (question.team() != null) {
            retain(leaf, allowed, Fields.TEAM, List.of(Fields.term(tenant, question.team())));
        }
        if (!question.internal()) {
            retain(leaf, allowed, Fields.AUDIENCE, List.of(Fields.term(tenant, Fields.audience(false))));
        }
        for (var list : lists(leaf, Fields.EXCEPT, access)) {
            allowed.andNot(list);
        }
        if (leaf.getLiveDocs() != null) {
            leaf.getLiveDocs().applyMask(allowed, 0);
        }
        return allowed;
    }

    private static void retain(LeafReader leaf, FixedBitSet allowed, String field, Collection<BytesRef> terms) throws IOException {
        var lists = lists(leaf, field, terms);
        if ((long) allowed.cardinality() * SPARSE > leaf.maxDoc()) {
            var all = new FixedBitSet(leaf.maxDoc());
            for (var list : lists) {
                all.or(list);
            }
            allowed.and(all);
            return;
        }
        for (int doc = next(allowed, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(allowed, doc + 1)) {
            if (!isInOneOf(lists, doc)) {
                allowed.clear(doc);
            }
        }
    }

    private static boolean isInOneOf(List<PostingsEnum> lists, int doc) throws IOException {
        for (var list : lists) {
            if (list.docID() == doc || list.docID() < doc && list.advance(doc) == doc) {
                return true;
            }
        }
        return false;
    }

    /** The next allowed one from there on. */
    static int next(FixedBitSet allowed, int from) {
        return from >= allowed.length() ? DocIdSetIterator.NO_MORE_DOCS : allowed.nextSetBit(from);
    }

    private static List<PostingsEnum> lists(LeafReader leaf, String field, Collection<BytesRef> values) throws IOException {
        var lists = new ArrayList<PostingsEnum>();
        var terms = leaf.terms(field);
        if (terms != null) {
            var all = terms.iterator();
            for (var value : values) {
                if (all.seekExact(value)) {
                    lists.add(all.postings(null, PostingsEnum.NONE));
                }
            }
        }
        return lists;
    }
}
