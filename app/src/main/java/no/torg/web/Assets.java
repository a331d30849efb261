package no.torg.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of styles, icons and scripts, which carry a hash of the content and so may be kept for ever. */
public final class Assets {
    private static final Map<String, String> NAMES = names();

    private Assets() {}

    /** The address of an asset by its plain name, such as {@code torg.css}. */
    public static String url(String name) {
        var hashed = NAMES.get(name);
        if (hashed == null) throw new IllegalArgumentException("No asset " + name);
        return "/assets/" + hashed;
    }

    /** Whether there is an asset of this name. */
    public static boolean has(String name) {
        return NAMES.containsKey(name);
    }

    /** The names of the themes that a tenant may have, by the alphabet. */
    public static List<String> themes() {
        return NAMES.keySet().stream().filter(name -> name.startsWith("theme/") && name.endsWith(".css"))
                .map(name -> name.substring("theme/".length(), name.length() - ".css".length())).sorted().toList();
    }

    private static Map<String, String> names() {
        try (var manifest = Assets.class.getResourceAsStream("/static/assets/manifest.json")) {
            if (manifest == null) throw new IllegalStateException("The frontend is not built: no /static/assets/manifest.json");
            return JsonMapper.shared().readValue(manifest, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
