package no.torg.web.views;

/** One of several to choose from. */
public record Option(String value, String label, boolean chosen) {}
