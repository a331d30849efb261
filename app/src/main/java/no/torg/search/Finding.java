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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search on one state of the index. */
final class Finding {

    private static final int MOST_ROUNDS = 5;

    private final IndexSearcher searcher;
    private final SearchQuery question;
    private final List<String> shelves;
    private final boolean byScore;
    private final @Nullable Cursor cursor;
    private final Recency recency;

    Finding(IndexSearcher searcher, SearchQuery question) {
        this.searcher = searcher;
        this.question = question;
        this.shelves = question.kinds().isEmpty() ? Fields.shelves(question.tenant(), searcher.getIndexReader())
            : question.kinds().stream().sorted().map(kind -> Fields.shelf(question.tenant(), kind)).toList();
        this.byScore = question.sort() == SearchQuery.Sort.RELEVANCE;
        this.cursor = Cursor.of(question.after());
        this.recency = cursor == null ? Recency.now() : new Recency(cursor.day());
    }

    Hits hits() throws IOException {
        List<Word> words = Word.of(question.words());
        if (words.isEmpty() || shelves.isEmpty() || question.access().isEmpty()) {
            return Hits.NONE;
        }
        var vocabulary = new Vocabulary(searcher.getIndexReader(), shelves);
        long allowed = allowed();
        if (cursor != null) {
            return page(new Matching(shelves, vocabulary, words, cursor.effort(), allowed));
        }
        var hits = page(new Matching(shelves, vocabulary, words, Matching.Effort.USUAL, allowed));
        return hits.hits().isEmpty() ? page(new Matching(shelves, vocabulary, words, Matching.Effort.GREAT, allowed)) : hits;
    }

    /** The subjects alone. */
    List<UUID> subjects(int most) throws IOException {
        List<Word> words = Word.of(question.words());
        if (words.isEmpty() || shelves.isEmpty() || question.access().isEmpty()) {
            return List.of();
        }
        var vocabulary = new Vocabulary(searcher.getIndexReader(), shelves);
        long allowed = allowed();
        for (var effort : List.of(Matching.Effort.USUAL, Matching.Effort.GREAT)) {
            var found = first(new Matching(shelves, vocabulary, words, effort, allowed), most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** How many entries may be found at most; 0 where it is no matter how well the words fit. */
    private long allowed() throws IOException {
        return byScore ? Allowed.most(searcher.getIndexReader(), question) : 0;
    }

    private List<UUID> first(Matching matching, int most) throws IOException {
        var scoring = new Scoring(searcher, matching, byScore);
        List<UUID> distinct = List.of();
        int size = most * 2;
        for (int round = 0; round < MOST_ROUNDS; round++, size *= 2) {
            var found = scoring.find(new Allowed(question, null), best(matching, size, null));
            distinct = subjects(found).values().stream().distinct().limit(most).toList();
            if (found.size() < size || distinct.size() == most) {
                return distinct;
            }
        }
        return distinct;
    }

    private Best best(Matching matching, int most, @Nullable Cursor after) {
        return new Best(matching.effort(), byScore, recency, most, after);
    }

    private Hits page(Matching matching) throws IOException {
        var scoring = new Scoring(searcher, matching, byScore);
        var best = new LinkedHashMap<UUID, Best.Found>();
        var last = cursor;
        int size = question.limit() * 2 + 1;
        for (int round = 0; round < MOST_ROUNDS; round++, size *= 2) {
            var found = scoring.find(new Allowed(question, null), best(matching, size, last));
            var subjects = subjects(found);
            var shown = cursor == null ? Set.<UUID>of() : shownBefore(matching, scoring, subjects.values(), cursor);
            for (var entry : found) {
                var subject = subjects.get(entry);
                if (best.size() == question.limit() && !best.containsKey(subject) && !shown.contains(subject)) {
                    return hits(matching, best, last);
                }
                if (!shown.contains(subject)) {
                    best.putIfAbsent(subject, entry);
                }
                last = entry.place();
            }
            if (found.size() < size) {
                return hits(matching, best, null);
            }
        }
        return hits(matching, best, last);
    }

    /** Those of the subjects that an earlier page has shown, by an entry that came before this page's beginning. */
    private Set<UUID> shownBefore(Matching matching, Scoring scoring, Collection<UUID> subjects, Cursor beginning) throws IOException {
        var terms = Set.copyOf(subjects).stream().map(subject -> Fields.term(question.tenant(), subject)).toList();
        var theirs = scoring.find(new Allowed(question, terms), best(matching, 1_000, null));
        return new HashSet<>(subjects(theirs.stream().takeWhile(entry -> !beginning.isBefore(entry.place())).toList()).values());
    }

    private Map<Best.Found, UUID> subjects(List<Best.Found> entries) throws IOException {
        var subjects = new LinkedHashMap<Best.Found, UUID>();
        for (var entry : entries) {
            subjects.put(entry, Fields.subject(keys(entry.doc())));
        }
        return subjects;
    }

    private Hits hits(Matching matching, Map<UUID, Best.Found> best, @Nullable Cursor last) throws IOException {
        int[] docs = best.values().stream().mapToInt(Best.Found::doc).toArray();
        var highlights = new Highlights(searcher, shelves, matching, docs);
        var hits = new ArrayList<Hit>();
        for (var entry : best.values()) {
            var keys = keys(entry.doc());
            var leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(entry.doc(), searcher.getLeafContexts()));
            var kind = DocValues.getSorted(leaf.reader(), Fields.KIND_NAME);
            kind.advanceExact(entry.doc() - leaf.docBase);
            hits.add(new Hit(kind.lookupOrd(kind.ordValue()).utf8ToString(), Fields.subject(keys), Fields.entry(keys), entry.place().score(),
                Instant.ofEpochMilli(entry.place().at()), highlights.title(hits.size()), highlights.snippet(hits.size())));
        }
        return new Hits(hits, last == null ? null : last.toString());
    }

    private BytesRef keys(int doc) throws IOException {
        var leaf = searcher.getLeafContexts().get(ReaderUtil.subIndex(doc, searcher.getLeafContexts()));
        var keys = DocValues.getBinary(leaf.reader(), Fields.KEYS);
        keys.advanceExact(doc - leaf.docBase);
        return keys.binaryValue();
    }
}
