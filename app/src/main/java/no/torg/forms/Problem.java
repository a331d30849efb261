package no.torg.forms;

/** Something wrong in a definition: the line where it stands (from 1) and an English sentence for whoever writes definitions. */
public record Problem(int line, String message) {}
