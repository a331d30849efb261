package no.torg.web;

import jakarta.servlet.http.HttpServletRequest;

/** Seam: how much news the one who is looking has not read, for the bell in the frame; asked only when a page with the bell is made. */
public interface Bell {
    /** The number of unread, 0 for a stranger. */
    int unread(HttpServletRequest request);
}
