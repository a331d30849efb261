package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import no.torg.web.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a log or a mapping is, each record comes to one outcome, and nothing but a refusal comes out. */
class LogFuzzTest {

    private static final List<String> PIECES = List.of("\"", "\"\"", ";", "\n", "\r\n", "\0", "-", "é", "\uFEFF", "31.02.2024 25:00:00", "99999999999999999999", "'", "\t", "\uD800");

    private static final Mapping.Shape SHAPE = new Mapping.Shape(';', StandardCharsets.UTF_8, Set.of());

    private static byte[] spoilt(byte[] bytes, Random random, int times) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = 0; i < times; i++) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, (char) random.nextInt(300));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] log() {
        return (SampleLog.HEADER + "\n" + String.join("\n", SampleLog.RECORDS) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void each_record_of_a_spoilt_log_is_read_or_rejected(long seed) throws IOException {
        var random = new Random(seed);
        var mapping = MappingReader.read(SampleLog.MAPPING.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 300; i++) {
            var header = (SampleLog.HEADER + "\n").getBytes(StandardCharsets.UTF_8);
            var body = spoilt(Arrays.copyOfRange(log(), header.length, log().length), random, 1 + random.nextInt(12));
            var bytes = Arrays.copyOf(header, header.length + body.length);
            System.arraycopy(body, 0, bytes, header.length, body.length);
            var chunk = new Imports.Chunk();
            long n = 0;
            try (var lines = new Lines(new ByteArrayInputStream(bytes), SHAPE)) {
                var rows = new Rows(mapping, String.valueOf(lines.next()));
                for (var line = lines.next(); line != null; line = lines.next()) {
                    chunk.add(rows, ++n, line);
                }
            }
            assertThat((long) chunk.size()).isEqualTo(n);
            assertThat(n).isPositive();
            assertThat(chunk.bad).allSatisfy(bad -> assertThat(Problem.of(bad.problem().stored())).isEqualTo(bad.problem()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_spoilt_mapping_is_read_or_refused(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            try {
                assertThat(MappingReader.read(spoilt((i % 2 == 0 ? SampleLog.MAPPING : OtherLogsTest.ACTIVITIES).getBytes(StandardCharsets.UTF_8), random, 1 + random.nextInt(6))).scheme()).isNotEmpty();
            } catch (Invalid refused) {
                assertThat(refused.wrong()).isNotEmpty();
            }
        }
    }

    private static List<String> lines(String text) throws IOException {
        var read = new ArrayList<String>();
        try (var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), SHAPE)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
        }
        return read;
    }

    @Test
    void a_quote_in_the_middle_of_a_value_glues_no_records() throws IOException {
        assertThat(lines("1;a;Skjerm 24\" er mørk\n2;b;Ny mus\n3;c;Kabel 3\" mangler\n")).containsExactly("1;a;Skjerm 24\" er mørk", "2;b;Ny mus", "3;c;Kabel 3\" mangler");
        assertThat(lines("1;\"a \"\"b\"\"\nc\";d\"e\n2;\"\";f\n")).containsExactly("1;\"a \"\"b\"\"\nc\";d\"e", "2;\"\";f");
    }

    @Test
    void a_value_says_the_same_with_quotes_around_it_and_without() {
        var rows = new Rows(MappingReader.read(SampleLog.MAPPING.getBytes(StandardCharsets.UTF_8)), SampleLog.HEADER);
        for (var record : SampleLog.RECORDS.stream().filter(one -> one.indexOf('"') < 0).toList()) {
            var quoted = '"' + record.replace(";", "\";\"") + '"';
            assertThat(what(rows, quoted)).isEqualTo(what(rows, record));
        }
    }

    private static String what(Rows rows, String record) {
        try {
            var read = rows.read(1, record, (field, value) -> { });
            return List.of(read.id(), read.order(), read.at(), read.state(), read.priority(), String.valueOf(read.handler()), read.counters()).toString();
        } catch (Rows.Unreadable bad) {
            return bad.problem().stored();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32_767, 32_768, 32_769, 65_535, 65_536, 999_999, 1_000_000, 1_000_001})
    void no_line_is_lost_where_a_block_or_the_longest_line_ends(int length) throws IOException {
        var pieces = lines("x".repeat(length) + "\r\n" + "y;z\r\nsist");
        assertThat(String.join("", pieces)).isEqualTo("x".repeat(length) + "y;zsist");
        assertThat(pieces).endsWith("y;z", "sist").hasSize(length > 1_000_000 ? 4 : 3);
    }

    @Test
    void quotes_that_never_end_cost_one_record() throws IOException {
        var text = "a;b\n1;\"x\n" + "2;y\n".repeat(3_000) + "3;z\n";
        assertThat(lines(text)).hasSize(3_003).startsWith("a;b", "1;\"x", "2;y").endsWith("3;z");
    }

    @Test
    void a_packed_file_that_breaks_off_says_so() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(new Random(1).ints(20_000).mapToObj(Integer::toHexString).reduce("", String::concat).getBytes(StandardCharsets.UTF_8));
        }
        var half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        try (var lines = new Lines(new ByteArrayInputStream(half), SHAPE)) {
            assertThatThrownBy(() -> {
                while (lines.next() != null) {
                    assertThat(half).isNotEmpty();
                }
            }).isInstanceOf(UncheckedIOException.class);
        }
    }
}
