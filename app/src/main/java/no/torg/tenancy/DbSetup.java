package no.torg.tenancy;

/** What a DBA runs before the first start where the owner may not make logins; needs no database itself. */
public final class DbSetup {

    private DbSetup() {
    }

    /** The script, as SQL. */
    public static String script() {
        return ExternalLogins.script();
    }
}
