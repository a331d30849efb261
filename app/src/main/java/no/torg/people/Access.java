package no.torg.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The door to the access rules of all kinds of subjects; a kind that nobody has a rule for is seen by nobody. */
@Component
public class Access {

    private final Map<String, AccessRule> rules;

    Access(List<AccessRule> rules) {
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(AccessRule::kind, Function.identity()));
    }

    /** Whether the actor may see the subject; {@code internal}: also what is for staff only. */
    public boolean maySee(Actor actor, String kind, UUID subject, boolean internal) {
        var rule = rules.get(kind);
        return rule != null && rule.maySee(actor, subject, internal);
    }

    /** The subject that people call by this name, if the actor may see it. */
    public Optional<UUID> find(Actor actor, String kind, String reference) {
        var rule = rules.get(kind);
        return rule == null ? Optional.empty() : rule.find(actor, reference);
    }

    /** The terms of all rules by which the actor sees anything. */
    public Set<String> terms(Actor actor) {
        var terms = new HashSet<String>();
        rules.values().forEach(rule -> terms.addAll(rule.terms(actor)));
        return terms;
    }
}
