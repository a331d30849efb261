package no.torg.web.views;

import java.util.List;

/** A field where one of several is chosen. */
public record Choice(String name, String label, List<Option> options) {
    /** The value chosen now, which a change is compared with; empty for none. */
    public String seen() {
        return options.stream().filter(Option::chosen).map(Option::value).findFirst().orElse("");
    }
}
