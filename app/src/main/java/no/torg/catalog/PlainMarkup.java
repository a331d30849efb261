package no.torg.catalog;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the light markup of a service's texts into HTML; HTML in the text is shown as text, and unsafe addresses are dropped. */
final class PlainMarkup {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private PlainMarkup() {
    }

    static String html(String text) {
        return RENDERER.render(PARSER.parse(text));
    }
}
