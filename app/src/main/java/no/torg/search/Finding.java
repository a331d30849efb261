package no.torg.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search on one state of the index. */
final class Finding {

    private static final SortField NEWEST = LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MAX);
    private static final SortField TIE = new SortField(Fields.TIE, SortField.Type.LONG, true);
    private static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, NEWEST, TIE);
    private static final Sort BY_TIME = new Sort(NEWEST, TIE);
    private static final int MOST_ROUNDS = 5;

    private final IndexSearcher searcher;
    private final SearchQuery question;
    private final boolean byScore;

    Finding(IndexSearcher searcher, SearchQuery question) {
        this.searcher = searcher;
        this.question = question;
        this.byScore = question.sort() == SearchQuery.Sort.RELEVANCE;
    }

    Hits hits() throws IOException {
        List<Word> words = Word.of(question.words());
        if (words.isEmpty() || question.access().isEmpty()) {
            return Hits.NONE;
        }
        var cursor = Cursor.of(question.after());
        var vocabulary = new Vocabulary(searcher.getIndexReader(), question.tenant());
        if (cursor != null) {
            return page(new Matching(question.tenant(), vocabulary, words, cursor.effort()), cursor);
        }
        var hits = page(new Matching(question.tenant(), vocabulary, words, Matching.Effort.USUAL), null);
        return hits.hits().isEmpty() ? page(new Matching(question.tenant(), vocabulary, words, Matching.Effort.GREAT), null) : hits;
    }

    private Hits page(Matching matching, @Nullable Cursor cursor) throws IOException {
        var query = allowed(byScore ? matching.ranked() : matching.plain());
        var best = new LinkedHashMap<UUID, FieldDoc>();
        var last = cursor == null ? null : cursor.asDoc(question.sort());
        int size = question.limit() * 2 + 1;
        for (int round = 0; round < MOST_ROUNDS; round++, size *= 2) {
            var found = top(query, size, last);
            var subjects = subjects(found);
            var shown = cursor == null ? Set.<UUID>of() : shownBefore(query, subjects.values(), cursor);
            for (var doc : found) {
                var subject = subjects.get(doc);
                if (best.size() == question.limit() && !best.containsKey(subject) && !shown.contains(subject)) {
                    return hits(matching, best, last);
                }
                if (!shown.contains(subject)) {
                    best.putIfAbsent(subject, doc);
                }
                last = doc;
            }
            if (found.size() < size) {
                return hits(matching, best, null);
            }
        }
        return hits(matching, best, last);
    }

    /** The rules of who may find what, whatever was asked. */
    private Query allowed(Query query) {
        int tenant = question.tenant();
        List<BytesRef> access = question.access().stream().map(term -> Fields.term(tenant, term)).toList();
        var allowed = new BooleanQuery.Builder().add(query, Occur.MUST)
            .add(new TermInSetQuery(Fields.ACCESS, access), Occur.FILTER)
            .add(new TermInSetQuery(Fields.EXCEPT, access), Occur.MUST_NOT);
        if (!question.internal()) {
            allowed.add(new TermInSetQuery(Fields.AUDIENCE, List.of(Fields.term(tenant, Fields.audience(false)))), Occur.FILTER);
        }
        if (!question.kinds().isEmpty()) {
            allowed.add(new TermInSetQuery(Fields.KIND, question.kinds().stream().map(kind -> Fields.term(tenant, kind)).toList()), Occur.FILTER);
        }
        if (question.team() != null) {
            allowed.add(new TermInSetQuery(Fields.TEAM, List.of(Fields.term(tenant, question.team()))), Occur.FILTER);
        }
        return allowed.build();
    }

    private List<FieldDoc> top(Query query, int most, @Nullable FieldDoc after) throws IOException {
        var sort = byScore ? BY_SCORE : BY_TIME;
        var found = searcher.search(query, new TopFieldCollectorManager(sort, most, after, most));
        var docs = new ArrayList<FieldDoc>(found.scoreDocs.length);
        for (var doc : found.scoreDocs) {
            docs.add((FieldDoc) doc);
        }
        return docs;
    }

    /** Those of the subjects that an earlier page has shown, by an entry that came before this page's beginning. */
    private Set<UUID> shownBefore(Query query, Collection<UUID> subjects, Cursor cursor) throws IOException {
        var terms = Set.copyOf(subjects).stream().map(subject -> Fields.term(question.tenant(), subject)).toList();
        var theirs = new BooleanQuery.Builder().add(query, Occur.MUST).add(new TermInSetQuery(Fields.SUBJECT, terms), Occur.FILTER).build();
        var before = top(theirs, 1_000, null).stream().takeWhile(doc -> !cursor.isBefore(Cursor.of(cursor.effort(), question.sort(), doc))).toList();
        return new HashSet<>(subjects(before).values());
    }

    private Map<FieldDoc, UUID> subjects(List<FieldDoc> docs) throws IOException {
        var subjects = new LinkedHashMap<FieldDoc, UUID>();
        for (var doc : docs) {
            subjects.put(doc, Fields.subject(keys(doc.doc)));
        }
        return subjects;
    }

    private Hits hits(Matching matching, Map<UUID, FieldDoc> best, @Nullable FieldDoc last) throws IOException {
        int[] docs = best.values().stream().mapToInt(doc -> doc.doc).toArray();
        var highlights = new Highlights(searcher, question.tenant(), matching, docs);
        var hits = new ArrayList<Hit>();
        for (var doc : best.values()) {
            var keys = keys(doc.doc);
            var leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(doc.doc, searcher.getLeafContexts()));
            var kind = DocValues.getSorted(leaf.reader(), Fields.KIND_NAME);
            kind.advanceExact(doc.doc - leaf.docBase);
            var cursor = Cursor.of(Matching.Effort.USUAL, question.sort(), doc);
            hits.add(new Hit(kind.lookupOrd(kind.ordValue()).utf8ToString(), Fields.subject(keys), Fields.entry(keys), cursor.score(),
                Instant.ofEpochMilli(cursor.at()), highlights.title(hits.size()), highlights.snippet(hits.size())));
        }
        return new Hits(hits, last == null ? null : Cursor.of(matching.effort(), question.sort(), last).toString());
    }

    private BytesRef keys(int doc) throws IOException {
        var leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
        var keys = DocValues.getBinary(leaf.reader(), Fields.KEYS);
        keys.advanceExact(doc - leaf.docBase);
        return keys.binaryValue();
    }
}
