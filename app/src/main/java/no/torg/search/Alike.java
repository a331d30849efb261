package no.torg.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/** What differs from a word by one letter: added, left out, wrong, or two that changed places. */
final class Alike {

    /** One letter more or less is so many bytes at most. */
    private static final int LETTER = 4;

    private final String word;
    private final boolean few;
    private final BytesRef bytes;
    private @Nullable CompiledAutomaton automaton;

    /** @param few whether there are so few words to look among that reading them all is cheaper than building an automaton to find the way */
    Alike(String word, boolean few) {
        this.word = word;
        this.few = few;
        this.bytes = new BytesRef(word);
    }

    /** Adds the words that are alike, and in how many entries they stand. */
    void collect(Terms terms, Map<String, Integer> found) throws IOException {
        var all = few ? terms.iterator() : automaton().getTermsEnum(terms);
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            if (!few) {
                add(term.utf8ToString(), all, found);
            } else if (mayBeAlike(term)) {
                String other = term.utf8ToString();
                if (isAlike(word, other)) {
                    add(other, all, found);
                }
            }
        }
    }

    /** One letter can be another at the beginning or at the end, not at both. */
    private boolean mayBeAlike(BytesRef term) {
        return term.length > 0 && Math.abs(term.length - bytes.length) <= LETTER
            && (term.bytes[term.offset] == bytes.bytes[0] || term.bytes[term.offset + term.length - 1] == bytes.bytes[bytes.length - 1]);
    }

    private static void add(String other, TermsEnum at, Map<String, Integer> found) throws IOException {
        found.merge(other, at.docFreq(), Integer::sum);
    }

    /** The sign of a folded word must stay; it may come to another's beginning like a letter, so that "soras" finds "sørås". */
    static boolean isAlike(String one, String other) {
        if (one.charAt(0) == Spelling.FOLDED && (other.isEmpty() || other.charAt(0) != Spelling.FOLDED)) {
            return false;
        }
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        if (at < 0 || one.length() != other.length()) {
            return at < 0 || rest(one, at + 1).equals(rest(other, at)) || rest(one, at).equals(rest(other, at + 1));
        }
        boolean changedPlaces = at + 1 < one.length() && one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
        return rest(one, at + 1).equals(rest(other, at + 1)) || changedPlaces && rest(one, at + 2).equals(rest(other, at + 2));
    }

    private static String rest(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }

    private CompiledAutomaton automaton() {
        if (automaton == null) {
            boolean isFolded = word.charAt(0) == Spelling.FOLDED;
            var letters = new LevenshteinAutomata(isFolded ? word.substring(1) : word, true);
            automaton = new CompiledAutomaton(isFolded ? letters.toAutomaton(1, String.valueOf(Spelling.FOLDED)) : letters.toAutomaton(1));
        }
        return automaton;
    }
}
