package no.torg.catalog;

import static java.util.stream.Collectors.toSet;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.torg.calendars.Term;
import no.torg.catalog.ServiceDefinition.Check;
import no.torg.catalog.ServiceDefinition.Kind;
import no.torg.catalog.ServiceDefinition.Rule;
import no.torg.catalog.ServiceDefinition.Terms;
import no.torg.forms.Feel;
import no.torg.forms.FeelScope;
import no.torg.forms.Form;
import no.torg.forms.Forms;
import no.torg.forms.Located;
import no.torg.forms.YamlTree;
import org.jspecify.annotations.Nullable;

/** Makes a definition of a folder's files: each file by its schema first, then what must hold between them. */
final class DefinitionReader {

    static final String SERVICE = "service.yaml";
    static final String FORM = "form.json";
    private static final Located NOTHING = new Located(null, 1);

    private final Map<String, byte[]> files;
    private final Findings findings;
    private final @Nullable Setup setup;

    DefinitionReader(Map<String, byte[]> files, Findings findings, @Nullable Setup setup) {
        this.files = files;
        this.findings = findings;
        this.setup = setup;
    }

    /** The definition; {@code null} if anything at all was found wrong. */
    @Nullable ServiceDefinition read() {
        var read = service();
        var service = read == null ? NOTHING : read;
        var form = form();
        var texts = new TextsReader(files, findings, read, form).read();
        var tests = new TestsReader(files, findings).read(form);
        var scope = form == null ? null : form.scope();
        var team = rule(service.get("team"), "team", scope);
        var priority = service.get("priority") == null ? NOTHING : service.get("priority");
        var impact = rule(priority.get("impact"), "impact", scope);
        var urgency = rule(priority.get("urgency"), "urgency", scope);
        var args = titleArgs(service, scope);
        var checks = checks(service, form);
        checkSlots(service, team);
        checkSetup(service);
        if (!findings.isEmpty() || form == null || team == null || impact == null || urgency == null) {
            return null;
        }
        return made(service, form, team, impact, urgency, args, checks, texts, tests);
    }

    private ServiceDefinition made(Located service, Form form, Rule team, Rule impact, Rule urgency, Map<String, Feel> args, List<Check> checks,
        Map<String, ServiceTexts> texts, List<ServiceTest> tests) {
        var id = text(service, "id");
        var targets = service.map().get("targets");
        var reopen = service.text("reopen-within");
        var access = service.map().get("access");
        return new ServiceDefinition(id, 1, text(service, "version"), service.text("slug") == null ? id : text(service, "slug"), text(service, "language"),
            Objects.requireNonNull(Kind.of(service.text("kind"))), texts(service, "slots"), texts(service, "audiences"), texts(service, "topics"),
            team, impact, urgency, text(service, "title"), titles(text(service, "title"), texts), Map.copyOf(args),
            terms(targets.map().get("first-reply")), terms(targets.map().get("resolution")), terms(service.map().get("promise")), checks,
            Set.copyOf(texts(access, "requester-sees")), reopen == null ? null : Period.parse(reopen),
            Period.parse(text(service, "retention")), form, texts, tests, Map.copyOf(files));
    }

    private @Nullable Located service() {
        var bytes = files.get(SERVICE);
        if (bytes == null) {
            findings.add(SERVICE, 1, "the file is missing");
            return null;
        }
        var root = YamlTree.read(bytes, FolderFiles.LARGEST, findings.in(SERVICE));
        if (root == null) {
            return null;
        }
        if (root.get("archive") != null) {
            findings.add(SERVICE, root.lineOf(List.of("archive")), "archive is not supported yet");
        }
        var access = root.get("access");
        if (access != null && access.text("code") != null && !"open".equals(access.text("code"))) {
            findings.add(SERVICE, root.lineOf(List.of("access", "code")), "access.code other than open is refused until there are confidential cases");
        }
        Schemas.SERVICE.check(root, findings.in(SERVICE, message -> message.equals("unknown key \"archive\"")));
        return root;
    }

    private @Nullable Form form() {
        var bytes = files.get(FORM);
        if (bytes == null) {
            findings.add(FORM, 1, "the file is missing");
            return null;
        }
        var reading = Forms.read(bytes);
        reading.problems().forEach(problem -> findings.add(FORM, problem.line(), problem.message()));
        return reading.form();
    }

    private @Nullable Rule rule(@Nullable Located value, String what, @Nullable FeelScope scope) {
        var text = value == null ? null : value.text();
        if (value == null || text == null || !text.startsWith("=")) {
            return text == null ? null : new Rule(text, null);
        }
        var feel = scope == null ? null : findings.feel(SERVICE, value.line(), what, text.substring(1), scope);
        return feel == null ? null : new Rule(text, feel);
    }

    private Map<String, Feel> titleArgs(Located service, @Nullable FeelScope scope) {
        var args = new LinkedHashMap<String, Feel>();
        var given = service.get("title-args");
        if (given != null && scope != null) {
            given.map().forEach((name, value) -> {
                var text = value.text();
                var feel = text == null ? null
                    : findings.feel(SERVICE, value.line(), "title-args." + name, text.startsWith("=") ? text.substring(1) : text, scope);
                if (feel != null) {
                    args.put(name, feel);
                }
            });
        }
        return args;
    }

    private List<Check> checks(Located service, @Nullable Form form) {
        var checks = new ArrayList<Check>();
        var given = service.get("checks");
        if (given == null || form == null) {
            return checks;
        }
        var ids = new HashMap<String, Integer>();
        for (var check : given.list()) {
            var id = text(check, "id");
            var first = ids.putIfAbsent(id, check.line());
            if (first != null) {
                findings.add(SERVICE, check.lineOf(List.of("id")), "the check \"" + id + "\" stands twice, first in line " + first);
            }
            var fields = texts(check, "fields");
            fields.stream().filter(field -> !form.keys().contains(field))
                .forEach(field -> findings.add(SERVICE, check.lineOf(List.of("fields")), "check \"" + id + "\" names an unknown field \"" + field + "\""));
            var feel = check.text("when") == null ? null
                : findings.feel(SERVICE, check.lineOf(List.of("when")), "check \"" + id + "\"", text(check, "when"), form.scope());
            if (feel != null) {
                checks.add(new Check(id, feel, fields));
            }
        }
        return checks;
    }

    private void checkSlots(Located service, @Nullable Rule team) {
        var slots = Set.copyOf(texts(service, "slots"));
        if (team == null) {
            return;
        }
        var used = new HashSet<String>();
        if (team.feel() == null) {
            used.add(team.literal());
        } else {
            used.addAll(team.feel().texts().stream().filter(text -> text.startsWith("slot:")).collect(toSet()));
        }
        used.stream().map(text -> text.replaceFirst("^slot:", "")).filter(slot -> !slots.contains(slot)).forEach(slot ->
            findings.add(SERVICE, service.lineOf(List.of("team")), "the slot \"" + slot + "\" is used but not declared under slots"));
    }

    // one folder serves universities and municipalities, so it may name audiences that only others have
    private void someKnown(Located service, @Nullable Set<String> audiences) {
        if (audiences != null && texts(service, "audiences").stream().noneMatch(audiences::contains)) {
            known(service, "audiences", audiences, "the audience \"%s\" is unknown here, and so are the others");
        }
    }

    private void checkSetup(Located service) {
        if (setup != null) {
            known(service, "topics", setup.topics(), "the topic \"%s\" is unknown here");
            someKnown(service, setup.audiences());
            known(service, "slots", setup.bound(), "the slot \"%s\" is not bound here");
        }
    }

    private void known(Located service, String key, @Nullable Set<String> known, String sentence) {
        var given = service.get(key);
        if (known != null && given != null) {
            given.list().stream().filter(each -> each.text() != null && !known.contains(each.text()))
                .forEach(each -> findings.add(SERVICE, each.line(), sentence.formatted(each.text())));
        }
    }

    private static Map<String, Title> titles(String key, Map<String, ServiceTexts> texts) {
        var titles = new LinkedHashMap<String, Title>();
        texts.forEach((language, text) -> titles.put(language, new Title(text.titles().getOrDefault(key, ""), language)));
        return titles;
    }

    private static Terms terms(Located terms) {
        if (terms.text() != null) {
            return new Terms(Term.parse(terms.text()), Map.of());
        }
        var byPriority = new HashMap<Integer, Term>();
        terms.map().forEach((key, term) -> {
            if (!key.equals("default")) {
                byPriority.put(Integer.valueOf(key), Term.parse(String.valueOf(term.text())));
            }
        });
        return new Terms(Term.parse(text(terms, "default")), Map.copyOf(byPriority));
    }

    private static String text(Located from, String key) {
        var text = from.text(key);
        return text == null ? "" : text;
    }

    private static List<String> texts(Located from, String key) {
        var list = from.get(key);
        return list == null ? List.of() : list.list().stream().map(each -> String.valueOf(each.text())).toList();
    }
}
