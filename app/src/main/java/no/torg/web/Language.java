package no.torg.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that every text of Torg exists in (målform, språklova § 13, and English). */
public enum Language {
    NB("nb"), NN("nn"), EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code as in {@code lang="nb"}, cookies and file names. */
    public String code() {
        return code;
    }

    /** The locale of plural rules and numbers. */
    public Locale locale() {
        return Locale.of(code);
    }

    /** The language of a tag such as {@code nn-NO}; {@code no} is bokmål. Empty for a language we do not have. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null || tag.length() < 2) return Optional.empty();
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "nb", "no" -> Optional.of(NB);
            case "nn" -> Optional.of(NN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
