package no.torg.cases;

/** The beginning of a message on one line, for lists. */
final class Snippets {

    private static final int LENGTH = 160;

    private Snippets() {
    }

    static String of(String body) {
        var begun = body.length() > 4 * LENGTH ? body.substring(0, 4 * LENGTH) : body;
        var line = begun.replaceAll("\\s+", " ").strip();
        if (line.length() <= LENGTH) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return line.substring(0, end);
    }
}
