package no.torg.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of hits: by score, which is 0 when sorted by time, then the newest first. Where a page ended it says where the next begins.
 *
 * @param day from which {@link Recency} counts
 */
record Cursor(Matching.Effort effort, long day, float score, long at, long tie) {

    private static final int BYTES = 1 + Float.BYTES + 3 * Long.BYTES;

    /** What {@link #toString} wrote; null for anything else. */
    static @Nullable Cursor of(@Nullable String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text == null ? "" : text));
            if (bytes.remaining() != BYTES) {
                return null;
            }
            var efforts = Matching.Effort.values();
            var cursor = new Cursor(efforts[bytes.get() & 1], bytes.getLong(), bytes.getFloat(), bytes.getLong(), bytes.getLong());
            return Float.isFinite(cursor.score) ? cursor : null;
        } catch (IllegalArgumentException strange) {
            return null;
        }
    }

    /** Whether the other comes later in the order of hits. */
    boolean isBefore(Cursor other) {
        return score != other.score ? score > other.score : at != other.at ? at > other.at : tie > other.tie;
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES).put((byte) effort.ordinal()).putLong(day).putFloat(score).putLong(at).putLong(tie).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
