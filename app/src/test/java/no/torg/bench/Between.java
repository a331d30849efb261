package no.torg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts text that a command makes into a file that people write, between two marks; a file without them becomes that text alone. */
final class Between {

    private Between() {
    }

    static void put(Path file, String mark, String text) throws IOException {
        var begin = "<!-- " + mark + ": made by the command -->\n";
        var end = "<!-- " + mark + ": end -->\n";
        var before = Files.exists(file) ? Files.readString(file) : "";
        var from = before.indexOf(begin);
        var to = before.indexOf(end);
        Files.writeString(file, from < 0 || to < from ? text : before.substring(0, from) + begin + "\n" + text + "\n" + before.substring(to));
    }
}
