package no.torg.people;

/** Seam: a number that every page shows of the person who is looking, read in the one statement that finds out who that is. */
public interface ReadAlong {

    /** The number as SQL, an expression on the person's row {@code p} that uses the module's own tables and an index. */
    String number();
}
