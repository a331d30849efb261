package no.torg.forms.views;

import java.util.List;

/** A form as its pages show it: only what is asked. */
public record FormView(String id, List<PageView> pages) {}
