package no.torg.cases.views;

/** Why a date is what it is: "Hvorfor tirsdag 24. november?" and the answer. */
public record Why(String question, String answer) {}
