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

    static final Map<String, String> CLOCKS = Map.of(
            "app/src/main/java/no/torg/cases/QueueFolding.java", "a job runs by the clock on the wall, whatever moment is being told",
            "app/src/main/java/no/torg/cases/requests/DraftSweep.java", "a job runs by the clock on the wall, whatever moment is being told");

    static final Map<String, String> UNINDEXED = Map.of(
            "cases.case_file → people.person[tenant_id, handler_id]", "open cases have one (case_file_handler), and each more slows the opening of cases",
            "cases.case_file → people.unit[tenant_id, unit_id]", "no list goes by unit, and each more slows the opening of cases",
            "cases.case_file → catalog.service_version[tenant_id, service_id, service_version]", "case_file_service leads with all of it but the version");

    static final Map<String, String> PRINTING = Map.of(
            "app/src/main/java/no/torg/demo/FirstStart.java", "the welcome at the first start is for the person at the terminal, not for a log");

    private Exceptions() {
    }
}
