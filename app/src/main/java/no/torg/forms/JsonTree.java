package no.torg.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with the line of every value; doubled names, and what is too deep or too large to be a form, are problems. */
final class JsonTree {

    private static final int DEEPEST = 24;
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(
        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(40).maxStringLength(20_000).maxNameLength(200).build()).build();

    private final List<Problem> problems;

    private JsonTree(List<Problem> problems) {
        this.problems = problems;
    }

    /** The root value, or {@code null} with the reason added to the problems. */
    static @Nullable Located read(byte[] bytes, List<Problem> problems) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                parser.nextToken();
                var root = new JsonTree(problems).value(parser);
                if (parser.nextToken() != null) {
                    problems.add(new Problem(line(parser), "there is more after the end of the form"));
                }
                return root;
            }
        } catch (CharacterCodingException broken) {
            problems.add(new Problem(1, "the file is not UTF-8 text"));
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            problems.add(new Problem(where == null ? 1 : Math.max(1, where.getLineNr()), "this is not JSON: " + broken.getOriginalMessage()));
        }
        return null;
    }

    private Located value(JsonParser parser) {
        int line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Located(object(parser), line);
            case START_ARRAY -> new Located(array(parser), line);
            case VALUE_STRING -> new Located(parser.getString(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located(parser.getDecimalValue(), line);
            case VALUE_TRUE -> new Located(true, line);
            case VALUE_FALSE -> new Located(false, line);
            case null, default -> new Located(null, line);
        };
    }

    private LinkedHashMap<String, Located> object(JsonParser parser) {
        var entries = new LinkedHashMap<String, Located>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            var value = value(parser);
            if (entries.put(name, value) != null) {
                problems.add(new Problem(line, "\"" + name + "\" stands twice"));
            }
        }
        return entries;
    }

    private List<Located> array(JsonParser parser) {
        var items = new ArrayList<Located>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
