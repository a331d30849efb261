package no.torg.portal.views;

import java.time.Instant;

/** A form that has been begun and not sent. */
public record DraftRow(String service, String href, Instant savedAt, Instant deletedAt) {}
