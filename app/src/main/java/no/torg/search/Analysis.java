package no.torg.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts texts into words, each with all its {@link Forms} at one place. Stop words stay in – "IT" is one in English – and are left out of questions instead.
 */
final class Analysis {

    /** Counts up when the index must be built anew to be understood: with any change to words, forms or fields. */
    static final int VERSION = 3;

    private static final int LONGEST_WORD = 64;
    private static final Analyzer NORWEGIAN = texts(Language.NORWEGIAN);
    private static final Analyzer ENGLISH = texts(Language.ENGLISH);
    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = tokenizer();
            return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
        }
    };

    private Analysis() {
    }

    static TokenStream text(String field, String text, Language language) {
        return (language == Language.ENGLISH ? ENGLISH : NORWEGIAN).tokenStream(field, spaced(text));
    }

    /** Lower-case words as they stand. */
    static TokenStream words(String text) {
        return WORDS.tokenStream("", spaced(text));
    }

    /** For what insists on an analyzer but does not use it. */
    static Analyzer plain() {
        return WORDS;
    }

    /**
     * What the tokenizer would keep together though people search for the parts: file names, addresses, clock times. One character for one, so
     * that offsets hold.
     */
    private static String spaced(String text) {
        return text.replace('.', ' ').replace('_', ' ').replace(':', ' ');
    }

    private static Analyzer texts(Language language) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = tokenizer();
                return new TokenStreamComponents(tokenizer, new FormsFilter(new LowerCaseFilter(tokenizer), language));
            }
        };
    }

    private static Tokenizer tokenizer() {
        var tokenizer = new StandardTokenizer();
        tokenizer.setMaxTokenLength(LONGEST_WORD);
        return tokenizer;
    }

    private static final class FormsFilter extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Forms forms = new Forms();
        private final Language language;
        private String[] all = {};
        private int given;

        FormsFilter(TokenStream input, Language language) {
            super(input);
            this.language = language;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (given < all.length) {
                // all else that is known of the word stays as the tokenizer left it
                step.setPositionIncrement(0);
                term.setEmpty().append(all[given++]);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            all = forms.ofText(term.buffer(), term.length(), language);
            term.setEmpty().append(all[0]);
            given = 1;
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            all = new String[0];
            given = 0;
        }
    }
}
