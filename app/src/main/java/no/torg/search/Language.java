package no.torg.search;

import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;

/** Whose endings a text's words have. Bokmål and nynorsk share one stemmer, which knows the endings of both. */
enum Language {
    NORWEGIAN, ENGLISH;

    private static final CharArraySet NORWEGIAN_SIGNS = words("og", "er", "det", "som", "på", "til", "av", "ikke", "ikkje", "jeg", "eg", "har",
        "med", "en", "ei", "et", "å", "kan", "vi", "hei", "den", "om", "fra", "frå");
    private static final CharArraySet ENGLISH_SIGNS = words("the", "and", "is", "of", "to", "in", "that", "this", "you", "please", "with", "was", "are", "have",
        "not", "my", "we", "it", "hello", "be", "on", "from");
    private static final String BETWEEN = " \t\r\n.,:;!?()\"";

    /** What the writer says, or else what most small words of the beginning belong to; Norwegian when it is a draw. */
    static Language of(@Nullable String code, String text) {
        if (code != null) {
            return code.startsWith("en") ? ENGLISH : NORWEGIAN;
        }
        var signs = text.substring(0, Math.min(text.length(), 2_000)).toCharArray();
        int english = 0;
        int from = 0;
        for (int to = 0; to <= signs.length; to++) {
            if (to == signs.length || BETWEEN.indexOf(signs[to]) >= 0) {
                english += ENGLISH_SIGNS.contains(signs, from, to - from) ? 1 : NORWEGIAN_SIGNS.contains(signs, from, to - from) ? -1 : 0;
                from = to + 1;
            }
        }
        return english > 0 ? ENGLISH : NORWEGIAN;
    }

    /** In small letters or large. */
    private static CharArraySet words(String... words) {
        return CharArraySet.unmodifiableSet(new CharArraySet(Set.of(words), true));
    }
}
