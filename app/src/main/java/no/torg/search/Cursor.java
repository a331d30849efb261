package no.torg.search;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/** Where a page of hits ended: the keys of its last entry in the order of the search. */
record Cursor(Matching.Effort effort, float score, long at, long tie) {

    private static final int BYTES = 1 + Float.BYTES + 2 * Long.BYTES;

    static Cursor of(Matching.Effort effort, SearchQuery.Sort sort, FieldDoc last) {
        var fields = last.fields;
        boolean byScore = sort == SearchQuery.Sort.RELEVANCE;
        return new Cursor(effort, byScore ? (Float) fields[0] : 0, (Long) fields[byScore ? 1 : 0], (Long) fields[byScore ? 2 : 1]);
    }

    /** What {@link #toString} wrote; null for anything else. */
    static @Nullable Cursor of(@Nullable String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text == null ? "" : text));
            if (bytes.remaining() != BYTES) {
                return null;
            }
            var efforts = Matching.Effort.values();
            var cursor = new Cursor(efforts[bytes.get() & 1], bytes.getFloat(), bytes.getLong(), bytes.getLong());
            return Float.isFinite(cursor.score) ? cursor : null;
        } catch (IllegalArgumentException strange) {
            return null;
        }
    }

    /** Whether the other comes later in the order of hits. */
    boolean isBefore(Cursor other) {
        return score != other.score ? score > other.score : at != other.at ? at > other.at : tie > other.tie;
    }

    FieldDoc asDoc(SearchQuery.Sort sort) {
        return sort == SearchQuery.Sort.RELEVANCE
            ? new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, at, tie})
            : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {at, tie});
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES).put((byte) effort.ordinal()).putFloat(score).putLong(at).putLong(tie).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
