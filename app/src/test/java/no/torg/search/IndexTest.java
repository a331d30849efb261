package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import no.torg.events.Position;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index outlives its process, goes on from what it really has, and is begun anew when it cannot be read. */
class IndexTest {

    @TempDir
    Path folder;

    /** Feeds subject after subject, telling each, until it is killed. */
    static final class Feeder {

        public static void main(String[] arguments) throws IOException {
            var index = new Index(Path.of(arguments[0]), Duration.ZERO);
            for (int number = 1;; number++) {
                index.change(List.of(change(number)));
                index.reach(position(number));
                if (number % 50 == 0) {
                    index.commit();
                }
                System.out.println(number);
            }
        }
    }

    @Test
    void nobody_else_may_look_into_an_index_that_was_made_when_others_might() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var index = open(folder)) {
            assertThat(index.position()).isNull();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    private static Change change(int number) {
        var subject = new UUID(0, number);
        return new Change(1, subject, List.of(SomeTexts.entry(subject, "Nummer", "felles nummer" + number + "x")));
    }

    private static Position position(int number) {
        return new Position(3, number, new UUID(7, number));
    }

    private static Index open(Path folder) throws IOException {
        return new Index(folder, Duration.ZERO);
    }

    private static List<Hit> find(Index index, int number) throws IOException {
        return index.find(SomeTexts.asking("nummer" + number + "x")).hits();
    }

    @Test
    void what_was_built_anew_comes_to_rest_in_few_segments_though_nothing_new_is_told() throws Exception {
        try (var index = open(folder)) {
            index.begin();
            for (int number = 1; number <= 30; number++) {
                index.add(List.of(change(number)));
                index.show();
            }
            index.begun(position(30));
            restsInFewSegments(index);
        }
    }

    private void restsInFewSegments(Index index) throws Exception {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (segmentsOnDisk() > 4 && System.nanoTime() < giveUp) {
            Thread.sleep(20);
            index.tend();
        }
        assertThat(segmentsOnDisk()).isBetween(1, 4);
        assertThat(index.position()).isEqualTo(position(30));
        for (int number = 1; number <= 30; number++) {
            assertThat(find(index, number)).hasSize(1);
        }
    }

    @Test
    void one_that_is_stopped_before_that_comes_to_rest_after_the_next_start() throws Exception {
        try (var index = open(folder)) {
            index.begin();
            for (int number = 1; number <= 30; number++) {
                index.add(List.of(change(number)));
            }
            index.begun(position(30));
        }
        breakUp();
        assertThat(segmentsOnDisk()).isGreaterThan(4);
        try (var index = open(folder)) {
            restsInFewSegments(index);
        }
    }

    /** As a stop in the middle leaves it: many segments, and what the last commit said. */
    private void breakUp() throws IOException {
        try (var directory = FSDirectory.open(folder); var writer = new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int nth = 0; nth < 6; nth++) {
                writer.addDocument(new Document());
                writer.flush();
            }
            writer.commit();
        }
    }

    private int segmentsOnDisk() throws IOException {
        try (var directory = FSDirectory.open(folder); var reader = DirectoryReader.open(directory)) {
            return reader.leaves().size();
        }
    }

    @Test
    void goes_on_after_a_kill() throws Exception {
        for (int round = 0; round < 2; round++) {
            int told = feedAndKill();
            try (var index = open(folder)) {
                var position = index.position();
                int has = position == null ? 0 : (int) position.xid();
                assertThat(has).as("at most the uncommitted is lost").isBetween(told - 51, told + 1);
                assertThat(has % 50).isZero();
                assertThat(find(index, has)).hasSize(1);
                assertThat(find(index, has + 1)).isEmpty();
                for (int number = has - 10; number <= told; number++) {
                    index.change(List.of(change(number)));
                }
                index.reach(position(told));
                for (int number = has - 10; number <= told; number++) {
                    assertThat(find(index, number)).as("once, though fed again").hasSize(1);
                }
                index.forget();
            }
        }
    }

    private int feedAndKill() throws Exception {
        var java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
            System.getProperty("java.class.path"),
            Feeder.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        int told = 0;
        try (var lines = java.inputReader()) {
            while (told < 170) {
                told = Integer.parseInt(lines.readLine());
            }
            assertThatThrownBy(() -> open(folder)).isInstanceOf(Storage.Held.class).hasMessageContaining(folder.toString());
            java.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told = Integer.parseInt(line);
            }
        }
        assertThat(java.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    @Test
    void keeps_its_position_when_closed() throws IOException {
        try (var index = open(folder)) {
            assertThat(index.position()).isNull();
            index.change(List.of(change(1)));
            index.reach(position(1));
        }
        try (var index = open(folder)) {
            assertThat(index.position()).isEqualTo(position(1));
            assertThat(find(index, 1)).hasSize(1);
            index.forget();
            assertThat(index.position()).isNull();
            assertThat(find(index, 1)).isEmpty();
        }
        try (var index = open(folder)) {
            assertThat(index.position()).isNull();
        }
    }

    @Test
    void begins_anew_when_it_cannot_be_read() throws IOException {
        for (var ending : List.of("segments", ".si", ".cfs", ".cfe")) {
            try (var index = open(folder)) {
                index.change(List.of(change(1)));
                index.reach(position(1));
            }
            spoil(ending);
            try (var index = open(folder)) {
                assertThat(index.position()).as(ending).isNull();
                index.change(List.of(change(2)));
                index.reach(position(2));
                assertThat(find(index, 2)).hasSize(1);
                index.forget();
            }
        }
    }

    private void spoil(String kind) throws IOException {
        try (var files = Files.list(folder)) {
            var file = files.filter(each -> each.getFileName().toString().contains(kind)).findFirst().orElseThrow();
            Files.write(file, new byte[] {1, 2, 3});
        }
    }

    @Test
    void begins_anew_when_another_version_wrote_it() throws IOException {
        try (var index = open(folder)) {
            index.change(List.of(change(1)));
            index.reach(position(1));
        }
        try (var directory = FSDirectory.open(folder);
             var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("format", "0", "xid", "9", "epoch", "3", "event", UUID.randomUUID().toString()).entrySet());
            writer.commit();
        }
        try (var index = open(folder)) {
            assertThat(index.position()).isNull();
            assertThat(find(index, 1)).isEmpty();
        }
    }
}
