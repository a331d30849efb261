package no.torg.cases.work.views;

/**
 * That a change was not taken, and what had been typed for it.
 *
 * @param why            in words; empty where nothing was refused
 * @param waitFor        requester, third-party or date
 * @param until          a date as HTML has it, or empty
 * @param reason         why the case was to wait
 * @param closing        why the case was to be closed, as a code
 * @param note           what was to be noted on it
 * @param override       the priority that was to be set by hand, 1 to 5, or empty
 * @param overrideReason why it was to be that
 */
public record Refusal(String why, String waitFor, String until, String reason, String closing, String note, String override, String overrideReason) {
    /** Nothing refused, nothing typed. */
    public static final Refusal NONE = new Refusal("", "", "", "", "", "", "", "");

    /** What was typed to let the case wait. */
    public static Refusal waiting(String waitFor, String until, String reason) {
        return new Refusal("", waitFor, until, reason, "", "", "", "");
    }

    /** What was typed to close the case. */
    public static Refusal closing(String closing, String note) {
        return new Refusal("", "", "", "", closing, note, "", "");
    }

    /** What was typed to set the priority by hand. */
    public static Refusal priority(String override, String overrideReason) {
        return new Refusal("", "", "", "", "", "", override, overrideReason);
    }

    /** The same with why it was refused. */
    public Refusal because(String said) {
        return new Refusal(said, waitFor, until, reason, closing, note, override, overrideReason);
    }
}
