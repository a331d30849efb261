package no.torg.forms;

/** Why an expression is not taken: an English sentence and the character (from 1) where it goes wrong. */
public final class FeelProblem extends Exception {

    private final int position;

    FeelProblem(String message, int position) {
        super(message + ", at character " + position);
        this.position = position;
    }

    /** The character in the expression, from 1. */
    public int position() {
        return position;
    }
}
