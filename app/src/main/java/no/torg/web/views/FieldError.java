package no.torg.web.views;

/** What is wrong with a field, by the id the summary leads to. */
public record FieldError(String field, String text) {}
