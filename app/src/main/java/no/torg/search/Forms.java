package no.torg.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;

/** The forms under which one word can be found, for texts of one language. Not for use by two threads at once: the stemmers keep state. */
final class Forms {

    private static final int MOST_REMEMBERED = 10_000;

    private final CharArrayMap<String[]> remembered = new CharArrayMap<>(16, false);
    private final SnowballStemmer norwegian = new NorwegianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    /** What stands in the index for a word of a text: as written, its stem, that without æ, ø, å, a number without leading zeros. */
    String[] ofText(char[] lower, int length, Language language) {
        var known = remembered.get(lower, 0, length);
        if (known != null) {
            return known;
        }
        // Few words make up most of all texts, and stemming is most of the work of reading them
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var word = new String(lower, 0, length);
        var forms = all(word, language).toArray(String[]::new);
        remembered.put(word, forms);
        return forms;
    }

    private Set<String> all(String lower, Language language) {
        String surface = Spelling.normal(lower);
        String stem = stem(surface, language);
        var forms = new LinkedHashSet<String>(8);
        forms.add(surface);
        forms.add(stem);
        String folded = Spelling.folded(stem);
        if (!folded.equals(stem)) {
            forms.add(Spelling.FOLDED + folded);
        }
        if (surface.charAt(0) == '0' && isNumber(surface)) {
            forms.add(withoutZeros(surface));
        }
        return forms;
    }

    String stem(String normal, Language language) {
        if (isNumber(normal)) {
            return normal;
        }
        var stemmer = language == Language.ENGLISH ? english : norwegian;
        stemmer.setCurrent(normal);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.isEmpty() ? normal : stem;
    }

    static boolean isNumber(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (!Character.isDigit(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    static String withoutZeros(String number) {
        int at = 0;
        while (at < number.length() - 1 && number.charAt(at) == '0') {
            at++;
        }
        return number.substring(at);
    }
}
