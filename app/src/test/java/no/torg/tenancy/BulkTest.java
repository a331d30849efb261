package no.torg.tenancy;

import static no.torg.db.metrics.Tables.TALLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Bulk.Row;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows sent as lists come out as they went in, whatever stands in them. */
@TorgTest
class BulkTest {

    private static final List<String> TEXTS = List.of("", "NULL", "null", "{}", "a,b", "\"quoted\"", "back\\slash\\\"", "line\nbreak\ttab", " spaced ", "{\"json\": [1]}", "æøå 😀", "'; drop table x");

    @Autowired
    private World world;
    @Autowired
    private Bulk bulk;
    @Autowired
    private DSLContext db;

    @Test
    void any_text_comes_out_as_it_went_in() {
        var scope = UUID.randomUUID();
        var rows = TEXTS.stream().map(text -> row(scope, text, 7)).toList();

        assertThat(world.<Integer>at("fjordvik:", () -> bulk.insert(TALLY, rows))).isEqualTo(TEXTS.size());
        assertThat(world.<Integer>at("fjordvik:", () -> bulk.insert(TALLY, rows))).as("those whose key is taken stay").isZero();

        assertThat(labels(scope)).containsExactlyInAnyOrderElementsOf(TEXTS);
        world.at("fjordvik:", () -> {
            bulk.add(TALLY, rows.subList(0, 3));
            return null;
        });
        assertThat(world.<List<Long>>at("fjordvik:", () -> db.select(TALLY.N).from(TALLY).where(TALLY.SCOPE_ID.eq(scope), TALLY.LABEL.in("", "NULL", "null")).fetch(TALLY.N)))
                .containsOnly(14L).hasSize(3);
        assertThat(world.<Integer>at("solheim:", () -> db.fetchCount(TALLY, TALLY.SCOPE_ID.eq(scope)))).isZero();
    }

    @Test
    void rows_whose_columns_stand_in_another_order_are_refused() {
        var turned = new Row().set(TALLY.SCOPE_ID, UUID.randomUUID()).set(TALLY.MEASURE, "bulk");
        var rows = List.of(new Row().set(TALLY.MEASURE, "bulk").set(TALLY.SCOPE_ID, UUID.randomUUID()), turned);
        assertThatThrownBy(() -> world.<Integer>at("fjordvik:", () -> bulk.insert(TALLY, rows))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("same order");
    }

    private List<String> labels(UUID scope) {
        return world.at("fjordvik:", () -> db.select(TALLY.LABEL).from(TALLY).where(TALLY.SCOPE_ID.eq(scope)).fetch(TALLY.LABEL));
    }

    private static Row row(UUID scope, String label, long n) {
        return new Row().set(TALLY.MEASURE, "bulk").set(TALLY.SCOPE_ID, scope).set(TALLY.DAY, LocalDate.of(2024, 2, 29)).set(TALLY.PART_ID, scope).set(TALLY.LABEL, label)
                .set(TALLY.MINUTES, 0).set(TALLY.N, n);
    }
}
