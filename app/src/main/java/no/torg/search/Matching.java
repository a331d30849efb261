package no.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a text must say to be a match. Words count as they are, by their stems, and – for less – as the beginning of longer ones, misspelt by one
 * letter, without æ, ø, å, or written in one with the next. Most of the words must be there, all of two, a third of a sentence's; the more and
 * the closer, the better.
 */
final class Matching {

    /** How far to go: to look for what was written, or for anything like it when that found nothing. */
    enum Effort { USUAL, GREAT }

    /** A word of the title counts a little less: it stands in a short field, which weighs for more already. */
    private static final float TITLE = 0.9f;
    private static final int PREFIXES = 24;
    private static final int NEIGHBOURS = 8;
    private static final int SHORTEST_MISSPELT = 4;
    /** With so many entries that have the words as written, those that only begin so would come after them all. */
    private static final int ENOUGH = 200;

    private final List<String> shelves;
    private final Vocabulary vocabulary;
    private final Effort effort;
    private final List<Word> words;
    private final boolean isSentence;
    /** How many entries the one who asks may find at most, whatever the words. */
    private final long allowed;
    /** Every form that may match, and what it is worth beside the word as written. */
    private final List<Map<String, Float>> forms = new ArrayList<>();

    Matching(List<String> shelves, Vocabulary vocabulary, List<Word> asked, Effort effort, long allowed) throws IOException {
        this.shelves = shelves;
        this.vocabulary = vocabulary;
        this.effort = effort;
        this.allowed = allowed;
        List<Word> telling = asked.stream().filter(word -> !word.isSmall()).toList();
        this.words = telling.isEmpty() ? asked : telling;
        this.isSentence = asked.size() - words.size() >= 2;
        for (int at = 0; at < words.size(); at++) {
            forms.add(forms(at));
        }
    }

    /** Where each word stands; an entry must have {@link #needed} of them. */
    List<List<Standing>> standings(IndexSearcher searcher) throws IOException {
        var all = new ArrayList<List<Standing>>();
        for (var form : forms) {
            var standings = new ArrayList<Standing>();
            for (String shelf : shelves) {
                standings.add(new Standing(searcher, Fields.text(shelf), form, 1));
                standings.add(new Standing(searcher, Fields.title(shelf), form, TITLE));
                standings.add(new Standing(searcher, Fields.exact(shelf), form, 1));
            }
            all.add(standings);
        }
        return all;
    }

    /** What makes a match better. */
    List<Query> more() {
        var more = new ArrayList<Query>();
        for (int at = 0; at + 1 < words.size() && at < 6; at++) {
            for (String shelf : shelves) {
                more.add(new BoostQuery(near(Fields.text(shelf), words.get(at), words.get(at + 1)), 0.3f));
            }
        }
        shelves.forEach(shelf -> more.add(FeatureField.newLinearQuery(Fields.BOOST, shelf, 1)));
        return more;
    }

    /** All that is to be marked in the fields. */
    Query marks(List<String> fields) {
        var marks = new BooleanQuery.Builder();
        var all = forms.stream().flatMap(form -> form.keySet().stream()).distinct().limit(500 / fields.size()).toList();
        for (String field : fields) {
            all.forEach(form -> marks.add(new TermQuery(new Term(field, form)), Occur.SHOULD));
        }
        return marks.build();
    }

    Effort effort() {
        return effort;
    }

    /** Who asks in whole sentences uses words that the answer does not; who names things means each of them. */
    int needed() {
        int count = words.size();
        int needed = count <= 2 ? count : isSentence ? Math.max(1, count / 3) : count <= 4 ? count - 1 : count / 2;
        return effort == Effort.USUAL ? needed : Math.max(1, needed - 1);
    }

    private Map<String, Float> forms(int at) throws IOException {
        var word = words.get(at);
        var found = new LinkedHashMap<String, Float>();
        for (String stem : word.stems()) {
            found.put(stem, found.isEmpty() ? 1f : 0.3f);
        }
        addFolded(word, frequency(word), found);
        addJoined(at, found);
        if (word.begun() && word.surface().length() > 1 && (effort == Effort.GREAT || !isPlenty())) {
            addBeginnings(word, found);
        }
        boolean isFound = found.keySet().stream().anyMatch(this::isKnown);
        if (!word.hasDigit() && word.surface().length() >= SHORTEST_MISSPELT && (!isFound || effort == Effort.GREAT)) {
            addNeighbours(word, found);
        }
        return found;
    }

    /** Whether the words as written stand in plenty of what may be found, were they spread over it by chance. */
    private boolean isPlenty() throws IOException {
        double found = allowed;
        for (var word : words) {
            found *= Math.min(1, (double) frequency(word) / vocabulary.entries());
        }
        return found >= ENOUGH;
    }

    /** In how many entries its commonest stem stands. */
    private int frequency(Word word) throws IOException {
        int frequency = 0;
        for (String stem : word.stems()) {
            frequency = Math.max(frequency, vocabulary.frequency(stem));
        }
        return frequency;
    }

    private boolean isKnown(String form) {
        try {
            return vocabulary.frequency(form) > 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** "sporsmal" for "spørsmål" and the other way round, when the other way of writing is by far the commoner. */
    private void addFolded(Word word, int frequency, Map<String, Float> found) throws IOException {
        for (String other : List.of(word.folded(), word.folded().substring(1))) {
            if (vocabulary.frequency(other) / 100 >= frequency && vocabulary.frequency(other) > 0) {
                found.putIfAbsent(other, 0.6f);
            }
        }
    }

    /** "gjeste konto" finds "gjestekonto". */
    private void addJoined(int at, Map<String, Float> found) throws IOException {
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < words.size(); first++) {
            for (String end : words.get(first + 1).stems()) {
                String joined = words.get(first).surface() + end;
                if (vocabulary.frequency(joined) > 0) {
                    found.putIfAbsent(joined, 0.8f);
                }
            }
        }
    }

    private void addBeginnings(Word word, Map<String, Float> found) throws IOException {
        for (String longer : vocabulary.beginning(word.surface(), PREFIXES)) {
            found.putIfAbsent(longer, 0.4f);
        }
        for (String longer : vocabulary.beginning(Spelling.FOLDED + Spelling.folded(word.surface()), PREFIXES / 2)) {
            found.putIfAbsent(longer, 0.2f);
        }
    }

    private void addNeighbours(Word word, Map<String, Float> found) throws IOException {
        for (String form : List.of(word.surface(), word.stems().iterator().next(), word.folded())) {
            var near = vocabulary.neighbours(form, NEIGHBOURS);
            near.forEach(other -> found.putIfAbsent(other, 0.3f));
            if (!near.isEmpty()) {
                return;
            }
        }
    }

    private static Query near(String field, Word first, Word second) {
        return new PhraseQuery(3, field, first.stems().iterator().next(), second.stems().iterator().next());
    }
}
