package no.torg.search;

import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Whose endings a text's words have. Bokmål and nynorsk share one stemmer, which knows the endings of both. */
enum Language {
    NORWEGIAN, ENGLISH;

    private static final Set<String> NORWEGIAN_SIGNS = Set.of("og", "er", "det", "som", "på", "til", "av", "ikke", "ikkje", "jeg", "eg", "har",
        "med", "en", "ei", "et", "å", "kan", "vi", "hei", "den", "om", "fra", "frå");
    private static final Set<String> ENGLISH_SIGNS = Set.of("the", "and", "is", "of", "to", "in", "that", "this", "you", "please", "with", "was", "are", "have",
        "not", "my", "we", "it", "hello", "be", "on", "from");

    /** What the writer says, or else what most small words of the beginning belong to; Norwegian when it is a draw. */
    static Language of(@Nullable String code, String text) {
        if (code != null) {
            return code.startsWith("en") ? ENGLISH : NORWEGIAN;
        }
        int english = 0;
        var words = new StringTokenizer(text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(java.util.Locale.ROOT), " \t\r\n.,:;!?()\"");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            english += ENGLISH_SIGNS.contains(word) ? 1 : NORWEGIAN_SIGNS.contains(word) ? -1 : 0;
        }
        return english > 0 ? ENGLISH : NORWEGIAN;
    }
}
