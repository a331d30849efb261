package no.torg.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.torg.web.Language;
import no.torg.web.Messages;
import no.torg.web.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FilesTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    Path folder;

    private Files files;

    @BeforeEach
    void door() {
        files = new Files(new FilesSettings(folder, DataSize.ofMegabytes(2), 3, 10, DataSize.ofMegabytes(10), List.of("pdf", "png", "txt")));
    }

    @Test
    void keeps_bytes_under_their_hash() throws Exception {
        var stored = files.store(7, in(Samples.pdf()), "../søknad.pdf", LIMIT);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Samples.pdf()));
        assertThat(stored).isEqualTo(new Stored(hash, "søknad.pdf", "application/pdf", Samples.pdf().length));
        assertThat(folder.resolve("7").resolve(hash.substring(0, 2)).resolve(hash)).hasBinaryContent(Samples.pdf());
        try (var in = files.open(7, hash)) {
            assertThat(in).hasBinaryContent(Samples.pdf());
        }
        assertThatThrownBy(() -> files.open(8, hash)).isInstanceOf(UncheckedIOException.class);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void nobody_else_may_look_into_a_folder_that_was_made_when_others_might() throws IOException {
        java.nio.file.Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        door();
        assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void nothing_is_left_of_what_is_refused_or_breaks_off() throws IOException {
        assertRefused("files.upload.empty", () -> files.store(7, in(new byte[0]), "a.txt", LIMIT));
        assertRefused("files.upload.type-not-allowed", () -> files.store(7, in(Samples.elf()), "a.exe", LIMIT));
        assertRefused("files.upload.program", () -> files.store(7, in(Samples.elf()), "a.pdf", LIMIT));
        var broken = new SequenceInputStream(in("hei ".repeat(50_000).getBytes()), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> files.store(7, broken, "a.txt", LIMIT)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("connection reset");
        assertThat(kept()).isEmpty();
    }

    @Test
    void the_limit_holds_while_the_bytes_come() throws IOException {
        var endless = new InputStream() {
            long read;

            @Override
            public int read() {
                read++;
                return 'a';
            }
        };
        assertThatThrownBy(() -> files.store(7, endless, "a.txt", LIMIT)).isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.args()).containsExactly("a.txt", new BigDecimal("1")));
        assertThat(endless.read).isLessThan(LIMIT + 200_000);
        assertThatThrownBy(() -> files.store(7, endless, "a.txt", Long.MAX_VALUE)).isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.args()).containsExactly("a.txt", new BigDecimal("2")));
        assertThat(files.store(7, in("a".repeat(100).getBytes()), "a.txt", 100).size()).isEqualTo(100);
        assertRefused("files.upload.too-large", () -> files.store(7, in("a".repeat(101).getBytes()), "b.txt", 100));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void the_same_bytes_at_the_same_time_are_kept_once() throws Exception {
        var png = Samples.picture("png");
        List<Callable<Stored>> uploads = IntStream.range(0, 24).<Callable<Stored>>mapToObj(i -> () -> files.store(7, in(png), i + ".png", LIMIT)).toList();
        var hashes = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var upload : threads.invokeAll(uploads)) {
                hashes.add(upload.get().hash());
            }
        }
        assertThat(hashes).hasSize(1);
        assertThat(kept()).hasSize(1);
        try (var in = files.open(7, hashes.iterator().next())) {
            assertThat(in).hasBinaryContent(png);
        }
    }

    @Test
    void sweeps_only_what_is_old_and_unnamed() throws IOException {
        var named = files.store(7, in("named".getBytes()), "a.txt", LIMIT).hash();
        var orphan = files.store(7, in("orphan".getBytes()), "a.txt", LIMIT).hash();
        var again = files.store(7, in("again".getBytes()), "a.txt", LIMIT).hash();
        var other = files.store(8, in("orphan of another".getBytes()), "a.txt", LIMIT).hash();
        for (var old : kept()) {
            age(old);
        }
        var part = java.nio.file.Files.write(folder.resolve("7/incoming/1.part"), new byte[9]);
        var fresh = java.nio.file.Files.write(folder.resolve("7/incoming/2.part"), new byte[9]);
        age(part);
        files.store(7, in("again".getBytes()), "a.txt", LIMIT);
        var young = files.store(7, in("young".getBytes()), "a.txt", LIMIT).hash();

        var asked = new HashSet<String>();
        assertThat(files.sweep(7, hashes -> {
            asked.addAll(hashes);
            return Set.of(named);
        })).isEqualTo(1);

        assertThat(asked).containsExactlyInAnyOrder(named, orphan);
        assertThat(kept()).extracting(path -> path.getFileName().toString()).containsExactlyInAnyOrder(named, again, young, other, "2.part");
        assertThat(fresh).exists();
        assertThat(files.sweep(99, hashes -> Set.of())).isZero();
    }

    @Test
    void what_is_stored_anew_during_a_sweep_stays() throws IOException {
        var hash = files.store(7, in("twice".getBytes()), "a.txt", LIMIT).hash();
        age(kept().getFirst());
        assertThat(files.sweep(7, hashes -> {
            files.store(7, in("twice".getBytes()), "b.txt", LIMIT);
            return Set.of();
        })).isZero();
        try (var in = files.open(7, hash)) {
            assertThat(in).hasContent("twice");
        }
    }

    @Test
    void only_a_hash_opens() {
        for (var hash : List.of("", "../../etc/passwd", "a".repeat(63), "A".repeat(64), "a".repeat(63) + "/")) {
            assertThatIllegalArgumentException().isThrownBy(() -> files.open(7, hash));
        }
    }

    @Test
    void a_message_takes_so_many_files() {
        files.checkCount(3);
        assertRefused("files.upload.too-many", () -> files.checkCount(4));
    }

    @Test
    void refusals_say_what_to_do() {
        var messages = new Messages(true);
        assertThat(messages.say(Language.NB, "files.upload.too-large", "a.txt", new BigDecimal("0.5"))).isEqualTo("«a.txt» er for stor. En fil kan være på høyst 0,5 MB.");
        assertThat(messages.say(Language.NN, "files.upload.too-many", 1)).isEqualTo("Du kan leggje ved høgst éi fil.");
        assertThat(messages.say(Language.EN, "files.upload.too-many", 10)).isEqualTo("You can attach at most 10 files.");
    }

    @Test
    void settings_have_their_defaults() {
        var settings = new Binder(new MapConfigurationPropertySource()).bindOrCreate("torg.files", FilesSettings.class);
        assertThat(settings.maxSize()).isEqualTo(DataSize.ofMegabytes(25));
        assertThat(settings.maxPerMessage()).isEqualTo(10);
        assertThat(settings.allowed()).contains("pdf", "eml").doesNotContain("zip", "svg", "html");
        new FileTypes(settings.allowed());
        assertThatIllegalArgumentException().isThrownBy(() -> new FilesSettings(folder, DataSize.ofBytes(0), 1, 1, DataSize.ofBytes(1), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FilesSettings(folder, DataSize.ofBytes(1), 1, 1, DataSize.ofBytes(1), List.of("PDF")));
        assertThatIllegalArgumentException().isThrownBy(() -> new FilesSettings(folder, DataSize.ofBytes(2), 2, 1, DataSize.ofBytes(2), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FilesSettings(folder, DataSize.ofBytes(2), 2, 2, DataSize.ofBytes(1), List.of()));
    }

    private List<Path> kept() throws IOException {
        try (var all = java.nio.file.Files.walk(folder)) {
            return all.filter(java.nio.file.Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private static void age(Path file) throws IOException {
        java.nio.file.Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    private static void assertRefused(String key, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
