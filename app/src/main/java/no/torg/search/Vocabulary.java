package no.torg.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** The words one tenant's texts are written with, and how many entries have each. */
final class Vocabulary {

    private static final int MOST_LOOKED_AT = 2_000;

    private final IndexReader reader;
    private final List<String> fields;
    private final Map<String, Integer> known = new HashMap<>();

    Vocabulary(IndexReader reader, int tenant) {
        this.reader = reader;
        this.fields = List.of(Fields.text(tenant), Fields.title(tenant), Fields.exact(tenant));
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
        var found = new HashMap<String, Integer>();
        boolean isFolded = word.charAt(0) == Spelling.FOLDED;
        var letters = new LevenshteinAutomata(isFolded ? word.substring(1) : word, true);
        var near = new CompiledAutomaton(isFolded ? letters.toAutomaton(1, String.valueOf(Spelling.FOLDED)) : letters.toAutomaton(1));
        for (LeafReaderContext leaf : reader.leaves()) {
            for (String field : fields) {
                var terms = near.getTermsEnum(Terms.getTerms(leaf.reader(), field));
                for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                    found.merge(term.utf8ToString(), terms.docFreq(), Integer::sum);
                }
            }
        }
        found.remove(word);
        return commonest(found, most);
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
