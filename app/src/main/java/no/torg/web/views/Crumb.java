package no.torg.web.views;

/** A step of the way here. */
public record Crumb(String text, String href) {}
