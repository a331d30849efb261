package no.torg.cases.views;

/** A step on a case's way. */
public record Step(String title, String note, Progress progress) {
    /** Behind us, where we are, or before us. */
    public enum Progress { DONE, NOW, COMING }
}
