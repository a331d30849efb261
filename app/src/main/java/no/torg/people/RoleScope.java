package no.torg.people;

import java.util.Optional;
import java.util.UUID;

/** Seam: whoever has a kind of thing that roles are held over tells whether one exists, in the bound tenant. */
public interface RoleScope {

    /** The kind, as {@code service}. */
    String kind();

    /** The id of the one with this name or key. */
    Optional<UUID> named(String name);

    /** Whether there is one with this id. */
    boolean exists(UUID id);
}
