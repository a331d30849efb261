package no.torg.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.forms.Component;
import no.torg.forms.Form;
import no.torg.forms.FormTexts;
import no.torg.forms.Located;
import no.torg.forms.YamlTree;
import org.jspecify.annotations.Nullable;

/** Reads the texts in three languages and finds what is missing in any of them, or stands there for nothing. */
final class TextsReader {

    private static final Set<String> PARTS = Set.of("name", "summary", "about", "who", "search-words", "states", "checks", "form");

    private final Map<String, byte[]> files;
    private final Findings findings;
    private final @Nullable Located service;
    private final @Nullable Form form;
    private final Map<String, Located> roots = new LinkedHashMap<>();

    /** A service or form that could not be read is {@code null}; what hangs on it is then not looked for. */
    TextsReader(Map<String, byte[]> files, Findings findings, @Nullable Located service, @Nullable Form form) {
        this.files = files;
        this.findings = findings;
        this.service = service;
        this.form = form;
    }

    /** The texts by language; incomplete where something was found wrong. */
    Map<String, ServiceTexts> read() {
        var main = service == null ? null : service.text("language");
        for (var language : ServiceTexts.LANGUAGES) {
            var file = file(language);
            var bytes = files.get(file);
            var root = bytes == null ? null : YamlTree.read(bytes, FolderFiles.LARGEST, findings.in(file));
            if (bytes == null) {
                findings.add(file, 1, "the file is missing");
            }
            if (root != null) {
                roots.put(language, root);
                Schemas.TEXTS.check(root, findings.in(file));
            }
        }
        var texts = new LinkedHashMap<String, ServiceTexts>();
        roots.forEach((language, root) -> {
            if (service != null) {
                checkTitles(language, root, service);
                checkChecks(language, root, service);
            }
            checkStates(language, root);
            if (main != null && form != null) {
                checkForm(language, root, main, form);
            }
            texts.put(language, texts(language, root, language.equals(main)));
        });
        return texts;
    }

    private void checkTitles(String language, Located root, Located service) {
        var title = service.text("title");
        var args = service.get("title-args") == null ? Set.<String>of() : service.map().get("title-args").map().keySet();
        if (title != null && (PARTS.contains(title) || root.get(title) == null)) {
            findings.add(file(language), 1, "the title \"" + title + "\" is missing");
        }
        root.map().forEach((key, value) -> {
            if (!PARTS.contains(key) && !key.equals(title)) {
                findings.add(file(language), value.line(), "unknown key \"" + key + "\"");
            } else if (key.equals(title) && value.text() != null) {
                checkPattern(language, value.line(), value.text(), args);
            }
        });
    }

    private void checkPattern(String language, int line, String pattern, Set<String> args) {
        try {
            for (var place : Title.places(pattern)) {
                if (!args.contains(place)) {
                    findings.add(file(language), line, "the title uses {" + place + "}, which title-args in service.yaml does not give");
                }
            }
        } catch (RuntimeException unreadable) {
            findings.add(file(language), line, "the title is not an ICU message: " + unreadable.getMessage());
        }
    }

    private void checkChecks(String language, Located root, Located service) {
        var ids = new HashSet<String>();
        if (service.get("checks") != null) {
            service.map().get("checks").list().stream().map(check -> check.text("id")).filter(id -> id != null).forEach(ids::add);
        }
        var given = root.get("checks") == null ? Map.<String, Located>of() : root.map().get("checks").map();
        ids.stream().filter(id -> !given.containsKey(id)).forEach(id ->
            findings.add(file(language), root.lineOf(List.of("checks")), "the text of the check \"" + id + "\" is missing"));
        given.forEach((id, text) -> {
            if (!ids.contains(id)) {
                findings.add(file(language), text.line(), "there is no check \"" + id + "\"");
            }
        });
    }

    private void checkStates(String language, Located root) {
        roots.forEach((other, texts) -> {
            if (texts.get("states") != null) {
                texts.map().get("states").map().keySet().stream().filter(state -> root.get("states") == null || root.map().get("states").get(state) == null)
                    .forEach(state -> findings.add(file(language), root.lineOf(List.of("states")), "the wording of the state \"" + state
                        + "\" is missing; " + other + ".yaml has it"));
            }
        });
    }

    private void checkForm(String language, Located root, String main, Form form) {
        var given = root.get("form");
        if (language.equals(main) && given != null) {
            findings.add(file(language), given.line(), "the form's labels in its main language stand in form.json; nothing stands twice");
        }
        if (language.equals(main)) {
            return;
        }
        var byId = given == null ? Map.<String, Located>of() : given.map();
        int line = given == null ? 1 : given.line();
        form.byId().forEach((id, component) -> {
            var text = byId.get(id);
            if (text == null) {
                findings.add(file(language), line, "the text of the form's \"" + id + "\" is missing");
            } else {
                checkComponent(file(language), text, component);
            }
        });
        byId.forEach((id, text) -> {
            if (!form.byId().containsKey(id)) {
                findings.add(file(language), text.line(), "the form has no \"" + id + "\"");
            }
        });
    }

    private void checkComponent(String file, Located text, Component component) {
        var id = component.head().id();
        var described = text.get("description") != null;
        if (!component.head().description().isEmpty() && !described) {
            findings.add(file, text.line(), "the description of the form's \"" + id + "\" is missing");
        } else if (component.head().description().isEmpty() && described) {
            findings.add(file, text.lineOf(List.of("description")), "the form's \"" + id + "\" has no description");
        }
        var values = text.get("values") == null ? Map.<String, Located>of() : text.map().get("values").map();
        var choices = Form.choices(component).stream().map(Component.Choice::value).toList();
        choices.stream().filter(value -> !values.containsKey(value)).forEach(value ->
            findings.add(file, text.lineOf(List.of("values")), "the text of the choice \"" + value + "\" of \"" + id + "\" is missing"));
        values.forEach((value, label) -> {
            if (!choices.contains(value)) {
                findings.add(file, label.line(), "\"" + id + "\" has no choice \"" + value + "\"");
            }
        });
    }

    private ServiceTexts texts(String language, Located root, boolean isMain) {
        var titles = new HashMap<String, String>();
        root.map().forEach((key, value) -> {
            if (!PARTS.contains(key) && value.text() != null) {
                titles.put(key, value.text());
            }
        });
        var formTexts = form == null ? new FormTexts(Map.of()) : isMain ? form.texts() : new FormTexts(wordings(root));
        var words = root.get("search-words") == null ? List.<String>of() : root.map().get("search-words").list().stream()
            .map(word -> String.valueOf(word.text())).toList();
        return new ServiceTexts(language, text(root, "name"), text(root, "summary"), text(root, "about"), text(root, "who"), words, titles,
            entries(root.get("states")), entries(root.get("checks")), formTexts);
    }

    private static Map<String, FormTexts.Wording> wordings(Located root) {
        var wordings = new LinkedHashMap<String, FormTexts.Wording>();
        if (root.get("form") != null) {
            root.map().get("form").map().forEach((id, text) -> wordings.put(id, text.text() != null
                ? new FormTexts.Wording(text.text(), "", Map.of())
                : new FormTexts.Wording(text(text, "label"), text(text, "description"), entries(text.get("values")))));
        }
        return wordings;
    }

    private static Map<String, String> entries(@Nullable Located map) {
        var entries = new LinkedHashMap<String, String>();
        if (map != null) {
            map.map().forEach((key, value) -> entries.put(key, String.valueOf(value.text())));
        }
        return entries;
    }

    private static String text(Located from, String key) {
        var text = from.text(key);
        return text == null ? "" : text;
    }

    private static String file(String language) {
        return "texts/" + language + ".yaml";
    }
}
