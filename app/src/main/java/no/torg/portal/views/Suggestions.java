package no.torg.portal.views;

import java.util.List;
import no.torg.web.Words;

/** What is found while one types; at most five of each. */
public record Suggestions(Words words, String asked, List<Hit> services, List<Hit> cases) {}
