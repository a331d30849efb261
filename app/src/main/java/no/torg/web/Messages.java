package no.torg.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All texts that people see, in all languages: {@code messages/<module>_<language>.properties}, UTF-8, ICU message format. */
public final class Messages {
    private final Map<Language, Map<String, Text>> texts = new EnumMap<>(Language.class);
    private final boolean strict;

    /** Reads every text once. Strict: a missing key throws, as tests want it; else the key itself is shown. */
    public Messages(boolean strict) {
        this.strict = strict;
        for (var language : Language.values()) texts.put(language, read(language));
    }

    /** The text of a key, with its places filled. Safe for many threads. */
    public String say(Language language, String key, Object... args) {
        var text = texts.get(language).get(key);
        if (text != null) return text.fill(args);
        if (strict) throw new IllegalArgumentException("No text " + key + " in " + language.code());
        return key;
    }

    /** Whether a key has a text in a language. */
    public boolean has(Language language, String key) {
        return texts.get(language).containsKey(key);
    }

    /** All keys of a language. */
    public Set<String> keys(Language language) {
        return Set.copyOf(texts.get(language).keySet());
    }

    private static Map<String, Text> read(Language language) {
        var found = new HashMap<String, Text>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_" + language.code() + ".properties");
            for (var file : files) {
                for (var entry : properties(file).entrySet()) {
                    var key = (String) entry.getKey();
                    if (found.put(key, Text.of((String) entry.getValue(), language)) != null) throw new IllegalStateException("Text twice: " + key + " in " + file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
