package no.torg.people.views;

/** A field of a form that was sent when nobody was signed in any more, kept through sign-in. */
public record KeptField(String name, String value) {}
