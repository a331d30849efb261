package no.torg.forms.views;

/**
 * What is said of files beside a field that takes them.
 *
 * @param several how many a field with several takes, and which, in words
 * @param size the most that one may be, in words
 */
public record FileLimits(String several, String size) {}
