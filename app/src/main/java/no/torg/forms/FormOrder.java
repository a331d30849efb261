package no.torg.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.torg.forms.Component.Group;
import no.torg.forms.Component.Rows;
import no.torg.forms.Form.Ordered;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of a form in the order in which their conditions can be decided once and for all: what a condition names comes first. */
final class FormOrder {

    private record Node(Component component, @Nullable Component parent) {}

    private final List<Problem> problems;
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new HashMap<>();
    private final List<Ordered> order = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    private FormOrder(List<Problem> problems) {
        this.problems = problems;
    }

    /** The order; a problem for each circle of conditions. */
    static List<Ordered> of(List<Component> components, List<Problem> problems) {
        var order = new FormOrder(problems);
        order.collect(components, null);
        order.byId.keySet().forEach(id -> order.visit(id, new ArrayList<>()));
        return List.copyOf(order.order);
    }

    private void collect(List<Component> components, @Nullable Component parent) {
        for (var component : components) {
            byId.put(component.head().id(), new Node(component, parent));
            if (!component.head().key().isEmpty()) {
                idByKey.put(component.head().key(), component.head().id());
            }
            if (component instanceof Group group) {
                collect(group.components(), group);
            }
        }
    }

    private void visit(String id, List<String> path) {
        if (done.contains(id)) {
            return;
        }
        if (path.contains(id)) {
            var circle = String.join(" → ", path.subList(path.indexOf(id), path.size())) + " → " + id;
            problems.add(new Problem(byId.get(id).component().head().line(), "conditions go in a circle: " + circle));
            return;
        }
        path.add(id);
        var node = byId.get(id);
        if (node.parent() != null) {
            visit(node.parent().head().id(), path);
        }
        for (var name : names(node.component())) {
            if (idByKey.containsKey(name)) {
                visit(idByKey.get(name), path);
            }
        }
        path.removeLast();
        if (done.add(id)) {
            var inner = node.component() instanceof Rows rows ? of(rows.components(), problems) : List.<Ordered>of();
            order.add(new Ordered(node.component(), node.parent(), inner));
        }
    }

    // rows can be decided when everything that their own conditions and those inside them name is decided
    private static Set<String> names(Component component) {
        var hide = component.head().hide();
        var names = new HashSet<>(hide == null ? Set.of() : hide.names());
        if (component instanceof Rows rows) {
            namesInside(rows.components(), names);
        }
        return names;
    }

    private static void namesInside(List<Component> components, Set<String> names) {
        for (var component : components) {
            var hide = component.head().hide();
            if (hide != null) {
                names.addAll(hide.names());
            }
            if (component instanceof Group group) {
                namesInside(group.components(), names);
            }
        }
    }
}
