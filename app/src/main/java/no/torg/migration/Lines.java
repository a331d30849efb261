package no.torg.migration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * The records of a separated file as they were written, one at a time, packed with gzip or not. A record may go over lines inside quotes, which stand
 * at the beginning of a value – one in its middle, as in 24" for inches, is a character like others; where quotes never end, the line they begin on is
 * given alone and reading goes on with the next, so that one slip costs one record.
 */
final class Lines implements AutoCloseable {

    private static final int LONGEST = 1_000_000;
    private static final int MOST_LINES = 1_000;

    private final Reader reader;
    private final char[] block = new char[1 << 15];
    private int at;
    private int filled;
    private final char separator;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();

    Lines(InputStream in, Mapping.Shape shape) throws IOException {
        this.separator = shape.separator();
        var buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        this.reader = new InputStreamReader(packed ? new GZIPInputStream(buffered, 1 << 16) : buffered, shape.encoding());
    }

    /** The next record that is not empty; null at the end. Breaks off with {@link UncheckedIOException} where the file does. */
    @Nullable String next() {
        var line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        if (line == null || !open(line, false)) {
            return line;
        }
        var lines = new ArrayList<String>();
        var whole = new StringBuilder(line);
        var open = true;
        for (var more = line(); more != null; more = line()) {
            lines.add(more);
            whole.append('\n').append(more);
            open = open(more, open);
            if (!open) {
                return whole.toString();
            }
            if (lines.size() > MOST_LINES || whole.length() > LONGEST) {
                break;
            }
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            ahead.addFirst(lines.get(i));
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Whether a quoted value goes on after the line; {@code open} says whether one did before it. A quote that was doubled ends and begins at once. */
    private boolean open(String line, boolean open) {
        var begins = !open;
        for (int i = 0; i < line.length(); i++) {
            var one = line.charAt(i);
            if (one == '"' && (open || begins)) {
                open = !open;
                begins = !open;
            } else if (!open) {
                begins = one == separator;
            }
        }
        return open;
    }

    private @Nullable String line() {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        try {
            return bounded();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file breaks off", broken);
        }
    }

    /** A line of at most {@link #LONGEST} characters; what is longer is given in pieces, so that no line fills the memory. */
    private @Nullable String bounded() throws IOException {
        var line = new StringBuilder(0);
        while (at < filled || fill()) {
            var end = at;
            var most = Math.min(filled, at + LONGEST - line.length());
            while (end < most && block[end] != '\n' && block[end] != '\r') {
                end++;
            }
            line.append(block, at, end - at);
            at = end;
            if (line.length() >= LONGEST) {
                return line.toString();
            }
            if (end < filled && block[at++] == '\n') {
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(block));
        return filled > 0;
    }
}
