package no.torg.files;

import java.util.Set;
import java.util.UUID;

/** Where a module's rows use files, so that the sweep leaves those alone. A seam; asked with the tenant bound, some hundred at a time. */
public interface FileUse {

    /** Those of the hashes that a row names. */
    default Set<String> hashes(Set<String> asked) {
        return Set.of();
    }

    /** Those of the unused uploads that something begun still names. */
    default Set<UUID> uploads(Set<UUID> asked) {
        return Set.of();
    }
}
