package no.torg.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Seam: knows who is looking. */
public interface ViewerSource {
    /** The signed-in person of a request; empty for a stranger. Must not read the database again. */
    Optional<Viewer> viewer(HttpServletRequest request);
}
