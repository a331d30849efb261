package no.torg.catalog;

import java.util.List;
import java.util.Map;
import no.torg.forms.FormTexts;

/** What people read of a service in one language: titles (ICU patterns) by key, wordings of states, checks by id, and the form. */
public record ServiceTexts(String language, String name, String summary, String about, String who, List<String> searchWords, Map<String, String> titles,
    Map<String, String> states, Map<String, String> checks, FormTexts form) {

    /** The languages that every service has. */
    public static final List<String> LANGUAGES = List.of("nb", "nn", "en");
}
