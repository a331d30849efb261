package no.torg.files;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where uploads are kept and what is taken: the folder that holds one folder per tenant, the size of the largest file, the most files on one
 * message, how many and how large in all one person's files may be that hang on nothing yet, and the extensions of the allowed types in the order a
 * person is told of them.
 */
@ConfigurationProperties("torg.files")
public record FilesSettings(
        @DefaultValue("data/files") Path folder,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("10") int maxPerMessage,
        @DefaultValue("500") int maxUnused,
        @DefaultValue("500000000B") DataSize maxUnusedSize,
        @DefaultValue({"pdf", "png", "jpg", "jpeg", "gif", "webp", "heic", "txt", "csv", "docx", "xlsx", "pptx", "odt", "ods", "odp", "eml"})
        List<String> allowed) {

    /** Refuses to start with no room for a file, or with an extension that isn't one. */
    public FilesSettings {
        if (maxSize.toBytes() < 1 || maxPerMessage < 1) {
            throw new IllegalArgumentException("torg.files.max-size and torg.files.max-per-message must be at least 1");
        }
        if (maxUnused < maxPerMessage || maxUnusedSize.compareTo(maxSize) < 0) {
            throw new IllegalArgumentException("torg.files.max-unused and torg.files.max-unused-size must have room for the files of one message, and for the largest");
        }
        allowed = List.copyOf(allowed);
        allowed.stream().filter(extension -> !extension.matches("[a-z0-9]{1,10}")).findAny().ifPresent(extension -> {
            throw new IllegalArgumentException("torg.files.allowed: " + extension + " is not an extension in lower case");
        });
    }
}
