package no.torg.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.forms.Component.Checklist;
import no.torg.forms.Component.ChoiceField;
import no.torg.forms.Component.Field;
import no.torg.forms.Component.Group;
import no.torg.forms.Component.Rows;
import no.torg.forms.Component.TextView;
import org.jspecify.annotations.Nullable;

/** A form that has been read and found right; {@code order} has the pieces so that each comes after those it depends on. */
public record Form(String id, List<Component> components, List<Ordered> order) {

    /** A piece with the group it stands in, by dependency; the pieces inside rows have an order of their own. */
    record Ordered(Component component, @Nullable Component parent, List<Ordered> inner) {}

    /** The keys of all answers in the order of the form, without those inside rows. */
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        fields(components).forEach(field -> keys.add(field.head().key()));
        return keys;
    }

    /** The keys inside rows. */
    public Set<String> rowKeys() {
        var keys = new LinkedHashSet<String>();
        fields(components).forEach(field -> {
            if (field instanceof Rows rows) {
                fields(rows.components()).forEach(inner -> keys.add(inner.head().key()));
            }
        });
        return keys;
    }

    /** What of the answers given this form asks for, in rows too; the rest, as of another version of it, is left out. */
    public Map<String, Object> asked(Map<String, ?> given) {
        var asked = new LinkedHashMap<String, Object>();
        fields(components).forEach(field -> {
            var value = given.get(field.head().key());
            if (value != null) {
                asked.put(field.head().key(), field instanceof Rows rows && value instanceof List<?> many ? asked(rows, many) : value);
            }
        });
        return asked;
    }

    private static List<Object> asked(Rows rows, List<?> many) {
        var keys = fields(rows.components()).stream().map(field -> field.head().key()).toList();
        var asked = new ArrayList<Object>();
        for (var row : many) {
            if (row instanceof Map<?, ?> map) {
                var known = new LinkedHashMap<Object, Object>(map);
                known.keySet().retainAll(keys);
                asked.add(known);
            } else {
                asked.add(row);
            }
        }
        return asked;
    }

    /** The keys of what is answered in several lines, in the order of the form. */
    public List<String> longTexts() {
        return fields(components).stream().filter(field -> field instanceof Component.TextField text && text.kind() == Component.TextField.Kind.LINES)
            .map(field -> field.head().key()).toList();
    }

    /** The keys that files answer, in the order of the form. */
    public List<String> fileKeys() {
        return fields(components).stream().filter(Component.FilePicker.class::isInstance).map(field -> field.head().key()).toList();
    }

    /** What an expression outside the form may name: {@code answers.<key>}. */
    public FeelScope scope() {
        return new FeelScope(keys(), rowKeys(), true);
    }

    /** All pieces by id, also those inside groups and rows, in the order of the form. */
    public Map<String, Component> byId() {
        var byId = new LinkedHashMap<String, Component>();
        collect(components, byId);
        return byId;
    }

    /** The texts that the form itself carries, in its main language. */
    public FormTexts texts() {
        var texts = new LinkedHashMap<String, FormTexts.Wording>();
        byId().forEach((id, component) -> {
            var label = component instanceof TextView view ? view.text() : component.head().label();
            var values = new LinkedHashMap<String, String>();
            choices(component).forEach(choice -> values.put(choice.value(), choice.label()));
            texts.put(id, new FormTexts.Wording(label, component.head().description(), values));
        });
        return new FormTexts(texts);
    }

    /** The choices of a piece, none if it has no choices. */
    public static List<Component.Choice> choices(Component component) {
        return switch (component) {
            case ChoiceField field -> field.choices();
            case Checklist list -> list.choices();
            default -> List.of();
        };
    }

    /** The answered pieces among these, also inside groups, but not inside rows. */
    static List<Field> fields(List<Component> components) {
        var fields = new ArrayList<Field>();
        for (var component : components) {
            if (component instanceof Group group) {
                fields.addAll(fields(group.components()));
            } else if (component instanceof Field field) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static void collect(List<Component> components, Map<String, Component> byId) {
        for (var component : components) {
            byId.put(component.head().id(), component);
            switch (component) {
                case Group group -> collect(group.components(), byId);
                case Rows rows -> collect(rows.components(), byId);
                default -> { }
            }
        }
    }
}
