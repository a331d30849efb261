package no.torg.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words that the texts of some shelves are written with, and how many entries have each. */
final class Vocabulary {

    private static final int FEW = 4_000;
    private static final int MOST_LOOKED_AT = 2_000;

    private final IndexReader reader;
    private final List<String> fields;
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();

    Vocabulary(IndexReader reader, List<String> shelves) {
        this.reader = reader;
        this.fields = shelves.stream().flatMap(shelf -> Stream.of(Fields.text(shelf), Fields.title(shelf), Fields.exact(shelf))).toList();
    }

    /** How many entries there are in all. */
    int entries() {
        return Math.max(1, reader.numDocs());
    }

    /** In how many entries it stands, at most: those with the word in title and text may count twice. */
    int frequency(String word) throws IOException {
        Integer frequency = known.get(word);
        if (frequency == null) {
            frequency = 0;
            for (String field : fields) {
                frequency += reader.docFreq(new Term(field, word));
            }
            known.put(word, frequency);
        }
        return frequency;
    }

    /** The commonest words that begin so, without the beginning itself. Not all are looked at when very many do. */
    List<String> beginning(String start, int most) throws IOException {
        var prefix = new BytesRef(start);
        var found = new HashMap<String, Integer>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String field : fields) {
                var terms = Terms.getTerms(leaf.reader(), field).iterator();
                if (terms.seekCeil(prefix) != TermsEnum.SeekStatus.END) {
                    collect(terms, prefix, found);
                }
            }
        }
        found.remove(start);
        return commonest(found, most);
    }

    /** The commonest words that differ from it by one letter: added, left out, wrong, or two that changed places. */
    List<String> neighbours(String word, int most) throws IOException {
        var known = neighbours.get(word);
        if (known == null) {
            var found = new HashMap<String, Integer>();
            var alike = new Alike(word, size() <= FEW);
            for (LeafReaderContext leaf : reader.leaves()) {
                for (String field : fields) {
                    alike.collect(Terms.getTerms(leaf.reader(), field), found);
                }
            }
            found.remove(word);
            known = commonest(found, most);
            neighbours.put(word, known);
        }
        return known;
    }

    /** How many words in all; those in several segments or fields count for each. */
    private long size() throws IOException {
        long size = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String field : fields) {
                size += Math.max(0, Terms.getTerms(leaf.reader(), field).size());
            }
        }
        return size;
    }

    private static void collect(TermsEnum terms, BytesRef prefix, Map<String, Integer> found) throws IOException {
        int looked = 0;
        for (BytesRef term = terms.term(); term != null && startsWith(term, prefix) && looked < MOST_LOOKED_AT; term = terms.next(), looked++) {
            found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return StringHelper.startsWith(term, prefix);
    }

    private static List<String> commonest(Map<String, Integer> found, int most) {
        return found.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
            .limit(most).map(Map.Entry::getKey).toList();
    }
}
