package no.torg.people;

/** The right to set up the tenant: an administrator's, or a named system actor's (a verb, the demo). */
public final class Administration {

    private Administration() {
    }

    /** Refuses everybody else. */
    public static void require(Actor actor) {
        if (actor.person() != null && !actor.administrates()) {
            throw new Forbidden();
        }
    }
}
