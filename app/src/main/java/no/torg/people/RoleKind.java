package no.torg.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import no.torg.web.Fields;
import org.jspecify.annotations.Nullable;

/** The roles there are, and over what each may be held. */
enum RoleKind {

    CASE_WORKER("team"),
    TEAM_LEADER("team"),
    SERVICE_OWNER("service"),
    SERVICE_DEVELOPER("service", "tenant"),
    ADMINISTRATOR("tenant"),
    OPERATOR("tenant"),
    ARCHIVIST("tenant", "unit"),
    ACCOUNT_MANAGER("tenant", "unit"),
    CUSTOMER_CONTACT("unit");

    private final List<String> scopes;

    RoleKind(String... scopes) {
        this.scopes = List.of(scopes);
    }

    /** The role of this code; another is invalid. */
    static RoleKind of(@Nullable String code) {
        return valueOf(Fields.choice("role", code, codes()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(RoleKind::code).toList();
    }

    /** As it is written and stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kinds of scope it may be held over. */
    List<String> scopes() {
        return scopes;
    }
}
