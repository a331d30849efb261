package no.torg.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.torg.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The door to uploaded bytes: taken whole or not at all, checked by content, found again by their hash. */
@Component
public class Files {

    private final FilesSettings settings;
    private final FileTypes types;
    private final Shelf shelf;

    Files(FilesSettings settings) {
        this.settings = settings;
        this.types = new FileTypes(settings.allowed());
        this.shelf = new Shelf(settings.folder()).shut();
    }

    /**
     * Keeps the bytes of {@code in} (read to the end, not closed) for the tenant; the row that names the hash must follow within a day. Refuses a type that isn't
     * allowed, content that is not what the name says, programs, macros, an empty file, and more than {@code limit} bytes or the installation's
     * own limit. A stream that breaks off throws {@link UncheckedIOException} and leaves nothing.
     */
    public Stored store(int tenantId, InputStream in, String name, long limit) {
        var clean = FileName.of(name);
        types.check(clean);
        long most = Math.min(limit, settings.maxSize().toBytes());
        try (var arrived = shelf.receive(tenantId, in, most)) {
            if (arrived.size() > most) {
                throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "files.upload.too-large", clean.text(), megabytes(most));
            }
            if (arrived.size() == 0) {
                throw new Refused("files.upload.empty", clean.text());
            }
            var type = types.typeOf(arrived.file(), clean);
            shelf.keep(tenantId, arrived);
            return new Stored(arrived.hash(), clean.text(), type, arrived.size());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Refuses more files on one message than the installation allows. */
    public void checkCount(int files) {
        if (files > settings.maxPerMessage()) {
            throw new Refused("files.upload.too-many", settings.maxPerMessage());
        }
    }

    /** The bytes behind a hash that a row names, to be closed by the caller; their absence is a fault ({@link UncheckedIOException}). */
    public InputStream open(int tenantId, String hash) {
        try {
            return shelf.open(tenantId, hash);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * Deletes files stored more than a day ago that no row names, and uploads that broke off with the machine; answers how many nobody named.
     * {@code named} is asked some hundred hashes at a time and answers those of them that any row names, drafts included.
     */
    public int sweep(int tenantId, UnaryOperator<Set<String>> named) {
        try {
            return shelf.sweep(tenantId, named);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static BigDecimal megabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1_000_000), 1, RoundingMode.DOWN).stripTrailingZeros();
    }
}
