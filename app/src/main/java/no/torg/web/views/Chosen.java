package no.torg.web.views;

/** A chosen filter, and the address without it. */
public record Chosen(String label, String value, String without) {}
