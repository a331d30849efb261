package no.torg.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file's name as it is shown and offered for download: no path, nothing invisible, at most 200 characters, the extension kept. */
record FileName(String text) {

    private static final int MOST = 200;
    // control, format (right-to-left override, zero width), lone surrogates, private and unassigned; line and paragraph separators
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNUSABLE = Pattern.compile("[<>:\"|?*]");

    /** Cleans a name that a stranger sent; what is left may be empty. */
    static FileName of(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        // a file from a Mac comes with its letters taken apart (a + ring for å)
        name = Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFC);
        name = UNUSABLE.matcher(name).replaceAll("_").replaceAll("[\\s\\p{Zs}]+", " ");
        return new FileName(shortened(name.replaceAll("^[. ]+|[. ]+$", "")));
    }

    /** What follows the last dot, in lower case; empty if there is none. */
    String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 1 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String name) {
        if (name.length() <= MOST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        int end = MOST - ending.length();
        // not through the middle of a character of two halves
        end = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
        return name.substring(0, end).stripTrailing() + ending;
    }
}
