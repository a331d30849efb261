package no.torg.catalog;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.torg.forms.Asking;
import no.torg.forms.Evaluation;
import no.torg.forms.Forms;
import org.jspecify.annotations.Nullable;

/** Works out what comes of one request. */
final class Outcomes {

    private final ServiceDefinition service;
    private final Asking asking;
    private final Setup setup;

    Outcomes(ServiceDefinition service, Asking asking, Setup setup) {
        this.service = service;
        this.asking = asking;
        this.setup = setup;
    }

    Outcome of(Map<String, ?> given) {
        var evaluation = Forms.evaluate(service.form(), given, asking);
        var names = new HashMap<String, @Nullable Object>();
        names.put("answers", evaluation.answers());
        names.put("person", asking.names());
        var broken = broken(evaluation, names);
        return new Outcome(evaluation, broken, evaluation.isRight() && broken.isEmpty() ? decision(names) : null);
    }

    // a check has its say when nothing else is wrong with its fields, and only where the person can see it
    private Map<String, String> broken(Evaluation evaluation, Map<String, @Nullable Object> names) {
        var broken = new LinkedHashMap<String, String>();
        for (var check : service.checks()) {
            var free = check.fields().stream().noneMatch(field -> broken.containsKey(field) || hasError(evaluation, field));
            var shown = check.fields().stream().filter(evaluation.shown()::contains).toList();
            if (free && !shown.isEmpty() && check.when().isTrue(names, asking.moment())) {
                shown.forEach(field -> broken.put(field, check.id()));
            }
        }
        return broken;
    }

    private static boolean hasError(Evaluation evaluation, String field) {
        return evaluation.errors().keySet().stream().anyMatch(path -> path.equals(field) || path.startsWith(field + "."));
    }

    private Outcome.Decision decision(Map<String, @Nullable Object> names) {
        var slot = slot(value(service.team(), names));
        var impact = Impact.of(value(service.impact(), names));
        var urgency = Urgency.of(value(service.urgency(), names));
        if (impact == null) {
            impact = Impact.INDIVIDUAL;
        }
        if (urgency == null) {
            urgency = Urgency.NORMAL;
        }
        int priority = setup.matrix().priority(impact, urgency);
        var args = new TreeMap<String, @Nullable Object>();
        service.titleArgs().forEach((name, feel) -> args.put(name, feel.evaluate(names, asking.moment())));
        var titles = new LinkedHashMap<String, String>();
        service.titles().forEach((language, title) -> titles.put(language, title.written(args, asking.zone(), service.texts(language).name())));
        var calendar = setup.calendar(slot);
        return new Outcome.Decision(slot, impact, urgency, priority, service.titleKey(), stored(args), titles,
            calendar.after(asking.now(), service.firstReply().of(priority)), calendar.after(asking.now(), service.resolution().of(priority)),
            calendar.after(asking.now(), service.promise().of(priority)));
    }

    private @Nullable Object value(ServiceDefinition.Rule rule, Map<String, @Nullable Object> names) {
        return rule.feel() == null ? rule.literal() : rule.feel().evaluate(names, asking.moment());
    }

    // an expression that gives no declared slot must not lose the case: the first slot but the owner takes it
    private String slot(@Nullable Object value) {
        var slot = value instanceof String text && text.startsWith("slot:") ? text.substring(5) : "";
        return service.slots().contains(slot) ? slot
            : service.slots().stream().filter(other -> !other.equals("owner")).findFirst().orElse(service.slots().getFirst());
    }

    private static Map<String, Object> stored(Map<String, @Nullable Object> args) {
        var stored = new LinkedHashMap<String, Object>();
        args.forEach((name, value) -> {
            if (value != null) {
                stored.put(name, json(value));
            }
        });
        return stored;
    }

    private static Object json(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number;
            case ZonedDateTime moment -> moment.toInstant().toString();
            case LocalDate date -> date.toString();
            case LocalTime time -> time.toString();
            case List<?> list -> list.stream().map(each -> each == null ? "" : json(each)).toList();
            default -> value.toString();
        };
    }
}
