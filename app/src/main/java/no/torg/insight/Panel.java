package no.torg.insight;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/** A part of the figures' page, as a dashboard has some of in an order of its own. */
public enum Panel {
    KEY_FIGURES, LINES, SERVICES, HEAT, CHANNELS, AGES, TEAMS, FLOWS;

    /** As it stands in addresses and answers. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As chosen, each once; an empty choice is none, and there must be one. */
    static List<Panel> of(@Nullable List<String> codes) {
        var panels = new LinkedHashSet<Panel>();
        if (codes != null) {
            codes.stream().filter(code -> code != null && !code.isBlank()).map(Panel::of).forEach(panels::add);
        }
        if (panels.isEmpty()) {
            throw new Invalid("panels", "web.invalid.missing");
        }
        return List.copyOf(panels);
    }

    private static Panel of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new Invalid("panels", "web.invalid.choice",
                Arrays.stream(values()).map(Panel::code).collect(Collectors.joining(", "))));
    }
}
