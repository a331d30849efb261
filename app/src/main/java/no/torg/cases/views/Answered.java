package no.torg.cases.views;

/** A question of the form and what was answered, both in words. */
public record Answered(String question, String answer) {}
