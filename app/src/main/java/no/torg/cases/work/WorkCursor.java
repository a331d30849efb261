package no.torg.cases.work;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list: beside the case with this key and id, open or done, towards the list's end, or {@code back} towards its beginning. */
record WorkCursor(WorkSort sort, boolean done, long key, UUID id, boolean back) {

    private static final int BACK = 1;
    private static final int DONE = 2;
    private static final int LENGTH = 2 + 3 * Long.BYTES;

    /** As it is sent; callers read nothing into it. */
    String text() {
        var bytes = ByteBuffer.allocate(LENGTH).put((byte) sort.ordinal()).put((byte) ((back ? BACK : 0) | (done ? DONE : 0))).putLong(key)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What was sent, if it is a place in a list of that order. */
    static Optional<WorkCursor> of(String text, WorkSort sort) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH || bytes.get() != sort.ordinal()) {
                return Optional.empty();
            }
            var flags = bytes.get();
            return Optional.of(new WorkCursor(sort, (flags & DONE) != 0, bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong()), (flags & BACK) != 0));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
