package no.torg.people.views;

import java.util.List;
import no.torg.web.Frame;

/** Signed in again: what was typed before waits to be sent to {@code action}, a path of our own. */
public record ResumePage(Frame frame, String action, List<KeptField> kept) {}
