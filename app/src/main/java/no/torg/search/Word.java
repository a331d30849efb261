package no.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A word that someone looks for.
 *
 * @param surface as written, in the normal spelling
 * @param stems   in each language, the Norwegian first
 * @param begun   whether it may still be under way: the last one, with nothing after it
 */
record Word(String surface, Set<String> stems, boolean begun) {

    static final int MOST_CHARACTERS = 500;
    static final int MOST_WORDS = 32;

    /** The words of a question as they come, at most {@value #MOST_WORDS}, each once. */
    static List<Word> of(String all) {
        String question = all.substring(0, Math.min(all.length(), MOST_CHARACTERS));
        var forms = new Forms();
        var words = new ArrayList<Word>();
        try (var stream = Analysis.words(question)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (words.size() < MOST_WORDS && stream.incrementToken()) {
                String surface = Spelling.normal(term.toString());
                var stems = new LinkedHashSet<String>();
                Stream.of(Language.values()).map(language -> forms.stem(surface, language)).forEach(stems::add);
                var word = new Word(surface, stems, offset.endOffset() == question.length());
                if (words.stream().noneMatch(earlier -> earlier.surface.equals(surface))) {
                    words.add(word);
                }
            }
            return words;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether it says nothing about what is looked for. */
    boolean isSmall() {
        return SmallWords.contains(surface);
    }

    /** The folded form of its stem, as it stands in the index for words with æ, ø, å. */
    String folded() {
        return Spelling.FOLDED + Spelling.folded(stems.iterator().next());
    }

    boolean hasDigit() {
        return surface.chars().anyMatch(Character::isDigit);
    }
}
