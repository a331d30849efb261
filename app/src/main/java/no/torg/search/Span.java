package no.torg.search;

/** A piece of plain text – to be escaped like any other –, marked when it is what was looked for. */
public record Span(String text, boolean hit) {
}
