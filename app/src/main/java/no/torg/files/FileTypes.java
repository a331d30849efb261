package no.torg.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.torg.web.Refused;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds a file's type by its content (Apache Tika's magic numbers) and takes it only if that is the type its extension promises. Tika sees
 * text and zip only as such, so a text must not be a script, a mail must begin with a header, and a zip is opened ({@link OfficeFile}).
 */
final class FileTypes {

    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TIKA.getMediaTypeRegistry();
    private static final MediaType MAIL = MediaType.parse("message/rfc822");
    private static final Pattern MAIL_HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}:.*");
    /** Content that says nothing of the kind of file, so that no extension is borne out by it. */
    private static final Set<MediaType> VAGUE = Set.of(MediaType.OCTET_STREAM, MediaType.TEXT_PLAIN, MediaType.APPLICATION_ZIP, MediaType.APPLICATION_XML);
    /** What a computer or a browser would run; never taken, whatever the settings say. */
    private static final List<MediaType> PROGRAMS = List.of("application/x-elf", "application/x-msdownload", "application/java-vm",
        "application/java-archive", "application/x-sh", "application/x-bat", "text/javascript", "text/html", "application/xhtml+xml",
        "image/svg+xml", "text/x-perl", "text/x-python", "text/x-vbasic", "application/x-mswebarchive").stream().map(MediaType::parse).toList();

    private final Map<String, MediaType> byExtension = new LinkedHashMap<>();

    FileTypes(List<String> extensions) {
        for (var extension : extensions) {
            var type = REGISTRY.normalize(TIKA.getMimeType("x." + extension).getType());
            if (type.equals(MediaType.OCTET_STREAM) || runs(type)) {
                throw new IllegalArgumentException("torg.files.allowed: files that end with ." + extension + " can't be taken");
            }
            byExtension.put(extension, type);
        }
    }

    /** Refuses a name whose extension isn't allowed, before a byte is read. */
    void check(FileName name) {
        if (!byExtension.containsKey(name.extension())) {
            throw new Refused("files.upload.type-not-allowed", name.text(), String.join(", ", byExtension.keySet()));
        }
    }

    /** The media type of the bytes in {@code file}; refuses a program, and content that is not what the name says. */
    String typeOf(Path file, FileName name) throws IOException {
        check(name);
        var promised = byExtension.get(name.extension());
        var found = content(file);
        if (runs(found)) {
            throw new Refused("files.upload.program", name.text());
        }
        if (!bearsOut(found, promised, file, name)) {
            throw new Refused("files.upload.not-what-it-says", name.text(), name.extension());
        }
        return promised.toString();
    }

    private static boolean bearsOut(MediaType found, MediaType promised, Path file, FileName name) throws IOException {
        if (REGISTRY.isInstanceOf(promised, MediaType.APPLICATION_ZIP)) {
            return REGISTRY.isInstanceOf(found, MediaType.APPLICATION_ZIP) && new OfficeFile(file, name).is(promised);
        }
        if (promised.equals(MAIL)) {
            return found.equals(MAIL) || isText(found, file) && beginsWithHeader(file);
        }
        if (promised.getType().equals("text")) {
            return isText(found, file);
        }
        // the family will do within pictures and the like: an iPhone's .heic may say no more than heif
        return found.equals(promised) || !VAGUE.contains(found) && found.getType().equals(promised.getType()) && REGISTRY.isSpecializationOf(promised, found);
    }

    private static MediaType content(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
            return REGISTRY.normalize(TIKA.detect(in, new Metadata()).getBaseType());
        }
    }

    private static boolean runs(MediaType type) {
        return type.getSubtype().startsWith("x-mach-o") || PROGRAMS.stream().anyMatch(program -> REGISTRY.isInstanceOf(type, program));
    }

    // Tika takes short Norwegian text in Latin-1 for bytes of no kind; without a control character among them they are text
    private static boolean isText(MediaType found, Path file) throws IOException {
        return REGISTRY.isInstanceOf(found, MediaType.TEXT_PLAIN)
            || found.equals(MediaType.OCTET_STREAM) && start(file, 1 << 16).chars().noneMatch(c -> c < ' ' && "\t\n\f\r".indexOf(c) < 0);
    }

    private static boolean beginsWithHeader(Path file) throws IOException {
        return MAIL_HEADER.matcher(start(file, 200).lines().findFirst().orElse("")).matches();
    }

    private static String start(Path file, int bytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }
    }
}
