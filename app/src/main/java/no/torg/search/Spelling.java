package no.torg.search;

import java.text.Normalizer;

/** How a word is written down: one way for each letter, whatever keyboard it came from. */
final class Spelling {

    /** Stands before words without Norwegian letters, so that "mal" finds "mål" only when asked to. */
    static final char FOLDED = '~';

    private Spelling() {
    }

    /** With æ, ø, å (also for ä, ö) but no other accents: é is e, and ß is ss. */
    static String normal(String lower) {
        if (isPlain(lower)) {
            return lower;
        }
        var letters = new StringBuilder(lower.length());
        for (int at = 0; at < lower.length(); at++) {
            char letter = lower.charAt(at);
            switch (letter) {
                case 'ä' -> letters.append('æ');
                case 'ö' -> letters.append('ø');
                case 'ß' -> letters.append("ss");
                case 'đ' -> letters.append('d');
                case 'ł' -> letters.append('l');
                case 'ŋ' -> letters.append('n');
                case 'ŧ' -> letters.append('t');
                case '’' -> letters.append('\'');
                default -> unaccented(letters, letter);
            }
        }
        return letters.toString();
    }

    /** The normal spelling as a keyboard without æ, ø, å writes it, be it "ae" or just "a" – which normal() cannot know, or "kontoen" would have an ø. */
    static String folded(String normal) {
        return normal.replace('å', 'a').replace('æ', 'a').replace('ø', 'o').replace("aa", "a").replace("ae", "a").replace("oe", "o");
    }

    private static void unaccented(StringBuilder letters, char letter) {
        if (letter < 0x80 || letter == 'å' || letter == 'æ' || letter == 'ø' || letter >= 0x250 && (letter < 0x1E00 || letter > 0x1EFF)) {
            letters.append(letter);
            return;
        }
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        letters.append(parts.length() > 1 && Character.getType(parts.charAt(1)) == Character.NON_SPACING_MARK ? parts.substring(0, 1) : parts);
    }

    private static boolean isPlain(String word) {
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if (letter >= 0x80 && letter != 'å' && letter != 'æ' && letter != 'ø') {
                return false;
            }
        }
        return true;
    }
}
