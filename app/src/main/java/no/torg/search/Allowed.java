package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a segment that one person may find at all, whatever was asked, window by window. Read anew for each search, so that nothing that is
 * remembered can be out of date.
 */
final class Allowed {

    private final SearchQuery question;
    private final @Nullable Collection<BytesRef> subjects;

    /** @param subjects terms of those to look among; all when null */
    Allowed(SearchQuery question, @Nullable Collection<BytesRef> subjects) {
        this.question = question;
        this.subjects = subjects;
    }

    /** No more than so many are allowed; those that are so in several ways count for each. */
    static long most(IndexReader reader, SearchQuery question) throws IOException {
        long most = 0;
        for (String term : question.access()) {
            most += reader.docFreq(new Term(Fields.ACCESS, Fields.term(question.tenant(), term)));
        }
        return question.team() == null ? most : Math.min(most, reader.docFreq(new Term(Fields.TEAM, Fields.term(question.tenant(), question.team()))));
    }

    There in(LeafReader leaf) throws IOException {
        int tenant = question.tenant();
        var access = question.access().stream().map(term -> Fields.term(tenant, term)).toList();
        var groups = new ArrayList<List<PostingsEnum>>();
        groups.add(lists(leaf, Fields.ACCESS, access));
        if (subjects != null) {
            groups.add(lists(leaf, Fields.SUBJECT, subjects));
        }
        if (question.team() != null) {
            groups.add(lists(leaf, Fields.TEAM, List.of(Fields.term(tenant, question.team()))));
        }
        if (!question.internal()) {
            groups.add(lists(leaf, Fields.AUDIENCE, List.of(Fields.term(tenant, Fields.audience(false)))));
        }
        groups.sort(Comparator.comparingLong(lists -> lists.stream().mapToLong(PostingsEnum::cost).sum()));
        return new There(groups, lists(leaf, Fields.EXCEPT, access), leaf.getLiveDocs(), leaf.maxDoc());
    }

    /** The next one that is set from there on. */
    static int next(FixedBitSet set, int from) {
        return from >= set.length() ? DocIdSetIterator.NO_MORE_DOCS : set.nextSetBit(from);
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

    /**
     * Those of one segment, asked for from its beginning to its end.
     *
     * @param groups an entry stands in a list of each group; the group with the fewest entries first
     * @param except and in none of these
     * @param live   and is not deleted
     */
    record There(List<List<PostingsEnum>> groups, List<PostingsEnum> except, @Nullable Bits live, int entries) {

        /** With so many entries of a list to one that is wanted, it is cheaper to jump to those. */
        private static final int SPARSE = 16;

        /** Before this one nothing is allowed. */
        int next(int from) throws IOException {
            int next = DocIdSetIterator.NO_MORE_DOCS;
            for (var list : groups.getFirst()) {
                next = Math.min(next, Lists.next(list, from));
            }
            return next;
        }

        /** Sets those that are allowed of the {@code size} ones from {@code base} on; {@code scratch} may be used on the way. */
        void in(int base, int size, FixedBitSet allowed, FixedBitSet scratch) throws IOException {
            allowed.clear();
            read(groups.getFirst(), base, size, allowed);
            for (var group : groups.subList(1, groups.size())) {
                retain(group, base, size, allowed, scratch);
            }
            scratch.clear();
            read(except, base, size, scratch);
            allowed.andNot(scratch);
            scratch.clear();
            if (live != null) {
                live.applyMask(allowed, base);
            }
        }

        private static void read(List<PostingsEnum> lists, int base, int size, FixedBitSet into) throws IOException {
            for (var list : lists) {
                Lists.next(list, base);
                list.intoBitSet(base + size, into, base);
            }
        }

        private void retain(List<PostingsEnum> lists, int base, int size, FixedBitSet allowed, FixedBitSet scratch) throws IOException {
            long cost = 0;
            for (var list : lists) {
                cost += list.cost();
            }
            if (cost * size / entries <= (long) allowed.cardinality() * SPARSE) {
                scratch.clear();
                read(lists, base, size, scratch);
                allowed.and(scratch);
                return;
            }
            for (int place = Allowed.next(allowed, 0); place != DocIdSetIterator.NO_MORE_DOCS; place = Allowed.next(allowed, place + 1)) {
                if (!isInOneOf(lists, base + place)) {
                    allowed.clear(place);
                }
            }
        }

        private static boolean isInOneOf(List<PostingsEnum> lists, int doc) throws IOException {
            for (var list : lists) {
                if (Lists.has(list, doc)) {
                    return true;
                }
            }
            return false;
        }
    }
}
