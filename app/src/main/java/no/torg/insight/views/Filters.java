package no.torg.insight.views;

import java.time.LocalDate;
import java.util.List;
import no.torg.web.views.Choice;
import no.torg.web.views.Tab;

/** What a page's figures are narrowed to. */
public record Filters(String path, List<Tab> periods, List<Choice> choices, LocalDate from, LocalDate to) {}
