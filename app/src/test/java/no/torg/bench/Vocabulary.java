package no.torg.bench;

import java.util.Random;
import java.util.StringJoiner;

/** More than two hundred thousand made-up words, drawn as Zipf has it: the nth word one nth as often as the first. */
final class Vocabulary {

    private static final int WORDS = 210_000;
    private static final String[] SYLLABLES = {"skri", "ver", "nett", "konto", "pass", "ord", "lås", "fei", "mel", "ding", "sko", "le", "kom", "mu", "ne", "plan",
        "byg", "hel", "se", "rom", "tid", "svar", "brev", "sak", "by", "vei", "lys", "dør", "nøk", "kel"};

    private static final String[] ALL = new String[WORDS];
    private static final double[] UP_TO = new double[WORDS];

    static {
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            ALL[i] = made(i);
            sum += 1.0 / (i + 1);
            UP_TO[i] = sum;
        }
    }

    private final Random random;

    Vocabulary(Random random) {
        this.random = random;
    }

    String text(int length) {
        var text = new StringJoiner(" ");
        for (int i = 0; i < length; i++) {
            text.add(ALL[rank()]);
        }
        return text.toString();
    }

    /** The word of that rank: 0 is the most common. */
    String word(int rank) {
        return ALL[rank];
    }

    private static String made(int rank) {
        var third = rank >= 900 ? SYLLABLES[rank / 900 % 30] : "";
        return SYLLABLES[rank % 30] + SYLLABLES[rank / 30 % 30] + third + (rank >= 27_000 ? SYLLABLES[rank / 27_000] : "");
    }

    private int rank() {
        var wanted = random.nextDouble() * UP_TO[WORDS - 1];
        int low = 0;
        int high = WORDS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (UP_TO[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The word with one letter wrong, not among the first two. */
    static String misspelt(String word, Random random) {
        var at = 2 + random.nextInt(word.length() - 3);
        return word.substring(0, at) + "x" + word.substring(at + 1);
    }
}
