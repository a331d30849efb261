package no.torg.house;

import java.util.Map;

/** What may break a rule of the house, by file or type, and why. One that no longer breaks its rule must go. */
final class Exceptions {

    static final Map<String, String> NAMES = Map.of(
            "TenantDataSource", "javax.sql's own word for what lends connections");

    static final Map<String, String> METHODS = Map.of();

    static final Map<String, String> FILES = Map.of();

    static final Map<String, String> HTML = Map.of(
            "app/src/main/jte/catalog/service.jte", "a service's text is CommonMark, drawn by PlainMarkup with all HTML in it escaped");

    static final Map<String, String> PRINTING = Map.of(
            "app/src/main/java/no/torg/demo/FirstStart.java", "the welcome at the first start is for the person at the terminal, not for a log");

    private Exceptions() {
    }
}
