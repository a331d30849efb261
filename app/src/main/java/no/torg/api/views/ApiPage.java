package no.torg.api.views;

import java.util.List;
import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The API, to read: operations by module, and the shapes of what is sent and answered.
 *
 * @param scopes what a token can be granted
 */
public record ApiPage(Frame frame, List<Module> modules, List<Shape> shapes, List<String> scopes) {

    /** The operations of a module. */
    public record Module(String id, String title, List<Call> calls) {}

    /**
     * An operation.
     *
     * @param scope      null where no token is needed
     * @param parameters in the address, the query and the header
     * @param body       what is sent; null for nothing
     */
    public record Call(String id, String method, String path, String summary, @Nullable String description, @Nullable String scope, List<Field> parameters,
            @Nullable Sent body, List<Answer> answers) {}

    /** What is sent: a media type, and a shape's name or the plain type. */
    public record Sent(String media, Type type) {}

    /** A parameter or a part of a shape; {@code place} is where a parameter stands, path, query or header. */
    public record Field(String name, String place, Type type, boolean required, @Nullable String description) {}

    /** What is answered; {@code type} is null for nothing. */
    public record Answer(String status, String description, @Nullable Type type) {}

    /** A type in words; {@code shape} names the shape to read about it, or is null. */
    public record Type(String words, @Nullable String shape) {}

    /** A shape with its parts. */
    public record Shape(String name, @Nullable String description, List<Field> fields) {}
}
