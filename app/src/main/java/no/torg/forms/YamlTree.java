package no.torg.forms;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 with the line of every value: what JSON could say, and nothing more – no anchors, no tags, no key twice. */
public final class YamlTree {

    private static final int DEEPEST = 20;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,15})?");

    private static final class TooDeep extends RuntimeException {
        private final int line;

        TooDeep(int line) {
            this.line = line;
        }
    }

    private final Iterator<Event> events;
    private final BiConsumer<Integer, String> problem;

    private YamlTree(Iterator<Event> events, BiConsumer<Integer, String> problem) {
        this.events = events;
        this.problem = problem;
    }

    /** The root value, or {@code null} with the reason given as a problem (line, sentence); more than {@code largest} characters are refused. */
    public static @Nullable Located read(byte[] bytes, int largest, BiConsumer<Integer, String> problem) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var settings = LoadSettings.builder().setCodePointLimit(largest).build();
            return new YamlTree(new Parse(settings).parseString(text).iterator(), problem).root();
        } catch (CharacterCodingException broken) {
            problem.accept(1, "the file is not UTF-8 text");
        } catch (TooDeep deep) {
            problem.accept(deep.line, "values are nested more than " + DEEPEST + " deep");
        } catch (MarkedYamlEngineException broken) {
            problem.accept(broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), "this is not YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            problem.accept(1, "this is not YAML: " + broken.getMessage());
        }
        return null;
    }

    private @Nullable Located root() {
        Located root = null;
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent node) {
                if (root != null) {
                    problem.accept(line(event), "there is more than one document in the file");
                    return null;
                }
                root = value(node, 0);
            }
        }
        if (root == null) {
            problem.accept(1, "the file is empty");
        }
        return root;
    }

    private Located value(Event event, int depth) {
        int line = line(event);
        if (depth > DEEPEST) {
            throw new TooDeep(line);
        }
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problem.accept(line, "anchors and aliases (& and *) are not used here; write it out, or put it in quotes");
        }
        return switch (event) {
            case MappingStartEvent start -> {
                checkTag(start, line);
                yield new Located(map(depth), line);
            }
            case SequenceStartEvent start -> {
                checkTag(start, line);
                yield new Located(list(depth), line);
            }
            case ScalarEvent scalar -> new Located(scalar(scalar, line), line);
            default -> new Located(null, line);
        };
    }

    private LinkedHashMap<String, Located> map(int depth) {
        var map = new LinkedHashMap<String, Located>();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            int line = line(event);
            var key = value(event, depth + 1);
            var value = value(events.next(), depth + 1);
            if (!(event instanceof ScalarEvent scalar)) {
                problem.accept(line, key.value() == null ? "a key is missing" : "a key must be a word, not a list or a map");
            } else if (map.put(scalar.getValue(), new Located(value.value(), line)) != null) {
                problem.accept(line, "\"" + scalar.getValue() + "\" stands twice");
            }
        }
        return map;
    }

    private List<Located> list(int depth) {
        var list = new ArrayList<Located>();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            list.add(value(event, depth + 1));
        }
        return list;
    }

    private @Nullable Object scalar(ScalarEvent scalar, int line) {
        var text = scalar.getValue();
        if (scalar.getTag().isPresent() && !scalar.getTag().get().equals("!")) {
            problem.accept(line, "tags (" + scalar.getTag().get() + ") are not used here");
        }
        if (!scalar.isPlain()) {
            return text;
        }
        return switch (text) {
            case "", "~", "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
        };
    }

    private void checkTag(CollectionStartEvent start, int line) {
        if (start.getTag().isPresent()) {
            problem.accept(line, "tags (" + start.getTag().get() + ") are not used here");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
