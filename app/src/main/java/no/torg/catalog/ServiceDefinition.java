package no.torg.catalog;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.torg.calendars.Term;
import no.torg.forms.Asking;
import no.torg.forms.Feel;
import no.torg.forms.Form;
import org.jspecify.annotations.Nullable;

/**
 * A service as its folder defines it, found complete and right.
 *
 * @param version as semver.org has it
 * @param language of the form's own labels: nb, nn or en
 * @param team the slot of the team that answers
 * @param titleKey the key of the case's title in the texts
 * @param titles the case's title by language
 * @param requesterSees what a requester sees besides the dialogue: handler, team, priority
 * @param reopenWithin calendar time; {@code null} if a closed case is not reopened
 * @param retention calendar time
 * @param files the files as they came, by path
 */
public record ServiceDefinition(String id, int format, String version, String slug, String language, Kind kind, List<String> slots, List<String> audiences,
    List<String> topics, Rule team, Rule impact, Rule urgency, String titleKey, Map<String, Title> titles,
    Map<String, Feel> titleArgs, Terms firstReply, Terms resolution, Terms promise,
    List<Check> checks, Set<String> requesterSees, @Nullable Period reopenWithin, Period retention, Form form, Map<String, ServiceTexts> texts,
    List<ServiceTest> tests, Map<String, byte[]> files) {

    /** What asking for the service makes; an application ends in a decision. */
    public enum Kind {
        INQUIRY, INCIDENT, ORDER, APPLICATION, REPORT, PROBLEM, CHANGE;

        /** As it is written and stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Kind of(@Nullable String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst().orElse(null);
        }
    }

    /** A literal, or FEEL that gives the value. */
    record Rule(String literal, @Nullable Feel feel) {}

    /** Working time by priority, and otherwise. */
    public record Terms(Term otherwise, Map<Integer, Term> byPriority) {

        /** The term for a priority from 1 to 5. */
        public Term of(int priority) {
            return byPriority.getOrDefault(priority, otherwise);
        }
    }

    /** A check across fields: broken when the expression is true; the text stands at the fields. */
    record Check(String id, Feel when, List<String> fields) {}

    /** The slot of the team that answers, where the definition names it outright; else the first but the owner's. */
    public String firstSlot() {
        return team.feel() == null && team.literal().startsWith("slot:") ? team.literal().substring(5)
            : slots.stream().filter(slot -> !slot.equals("owner")).findFirst().orElse(slots.getFirst());
    }

    /** The texts in a language; in the service's own if it is another than nb, nn and en. */
    public ServiceTexts texts(@Nullable String wanted) {
        var found = wanted == null ? null : texts.get(wanted);
        return found == null ? texts.get(language) : found;
    }

    /** What to make of a request: errors, or the decision that a case needs; nothing that can be given makes this fail. */
    public Outcome outcome(Map<String, ?> given, Asking asking, Setup setup) {
        return new Outcomes(this, asking, setup).of(given);
    }
}
