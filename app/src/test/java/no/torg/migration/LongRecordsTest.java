package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import no.torg.TorgTest;
import no.torg.cases.imports.Lane;
import no.torg.migration.Runs.Staged;
import no.torg.migration.Runs.Log;
import no.torg.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Records may be long, and many of them are never in memory together. */
@TorgTest
@Import(Histories.class)
class LongRecordsTest {

    private static final Actor OPERATOR = Actor.system("operator");
    private static final int CASES = 12;
    private static final int LONG = 225_000;

    @Autowired
    private Histories histories;
    @Autowired
    private Imports imports;
    @Autowired
    private Runs runs;

    private static String record(int n, int times) {
        return "%d;L%02d;%d;0%d.03.2024 09:00:00;Ida;%s;Per;-;Ny;A;Telefon;Drift;0".formatted(n, n / 2, n % 2, 1 + n % 9, "ord ".repeat(times));
    }

    @Test
    void a_chunk_is_full_by_its_records_or_by_their_length() {
        var rows = new Rows(MappingReader.read(SampleLog.MAPPING.getBytes(StandardCharsets.UTF_8)), SampleLog.HEADER);
        var chunk = new Imports.Chunk();
        for (int n = 1; n <= 4; n++) {
            chunk.add(rows, n, record(n, LONG));
        }
        assertThat(chunk.full(4)).isTrue();
        assertThat(chunk.full(1_000)).isFalse();
        chunk.add(rows, 5, "for få" + "x".repeat(1_000_000));
        assertThat(chunk.full(1_000)).isTrue();
    }

    @Test
    void few_long_records_are_taken_over_at_a_time_whole_cases_and_all_of_them() {
        var tenant = histories.tenant("lange-poster", "Europe/Oslo");
        tenant.run(() -> {
            var id = imports.begin(OPERATOR, SampleLog.MAPPING, new Log("lang.csv", null, null), null);
            var log = new StringBuilder(SampleLog.HEADER);
            for (int n = 0; n < 2 * CASES; n++) {
                log.append('\n').append(record(n, n < CASES ? LONG : 10));
            }
            imports.read(OPERATOR, id, new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)), run -> { });
            var all = new ArrayList<String>();
            for (int lane = 0; lane < Lane.LANES; lane++) {
                var to = "";
                for (var batch = runs.next(id, lane, to, 2_500); !batch.isEmpty(); batch = runs.next(id, lane, to, 2_500)) {
                    assertThat(batch.stream().mapToLong(one -> one.line().length()).sum()).isLessThan(5_000_000);
                    to = batch.getLast().number();
                    assertThat(batch.stream().map(Staged::number).distinct().count() * 2).isEqualTo(batch.size());
                    all.addAll(batch.stream().map(Staged::number).distinct().toList());
                }
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(CASES);
            imports.work(OPERATOR, id, run -> { }, () -> true);
            assertThat(runs.get(id).counts().cases()).isEqualTo(CASES);
            assertThat(runs.get(id).counts().events()).isEqualTo(2L * CASES);
            assertThat(runs.get(id).state()).isEqualTo("done");
        });
    }
}
