package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A piece that is written once says each time what stands in its holes, and whose tenant it is asked for. */
@TorgTest
class PieceTest {

    private static final Field<UUID> ID = DSL.field(DSL.name("person", "id"), UUID.class);
    private static final Field<Integer> TENANT = DSL.field(DSL.name("person", "tenant_id"), Integer.class);
    private static final Piece<String> NAME = Piece.of(() -> DSL.field(DSL.select(DSL.field(DSL.name("person", "name"), String.class)).from(DSL.table(DSL.name("people", "person")))
            .where(Tenant.owns(TENANT), ID.eq(Piece.hole(0, SQLDataType.UUID)))));

    @Autowired
    private World world;

    @Autowired
    private DSLContext db;

    @Test
    void each_use_has_its_own_values_and_its_own_tenant() {
        assertThat(named("kari-lunde", "")).isEqualTo("Kari Lunde");
        assertThat(named("nina-foss", "")).isEqualTo("Nina Foss");
        assertThat(named("nina-foss", "solheim:")).isNull();
        assertThat(world.at("", () -> db.extractBindValues(name("nina-foss")))).isNotEqualTo(world.at("solheim:", () -> db.extractBindValues(name("nina-foss"))));
    }

    @Test
    void one_piece_may_stand_in_anothers_hole_and_inside_it() {
        var inside = Piece.of(() -> DSL.concat(NAME.with(Piece.hole(1, SQLDataType.UUID)), DSL.inline(", "), Piece.hole(0, SQLDataType.VARCHAR)));
        var both = inside.with(name("kari-lunde"), DSL.val(world.person("nina-foss")));
        assertThat(world.at("", () -> db.select(both).fetchSingle().value1())).isEqualTo("Nina Foss, Kari Lunde");
        assertThat(world.at("solheim:", () -> db.select(both).fetchSingle().value1())).isNull();
    }

    @Test
    void a_condition_holds_or_not() {
        var same = Piece.ofCondition(() -> Piece.hole(0).and(Piece.hole(1, SQLDataType.INTEGER).gt(DSL.inline(3))));
        assertThat(world.at("", () -> db.select(DSL.field(same.holds(DSL.trueCondition(), DSL.val(4))), DSL.field(same.holds(DSL.trueCondition(), DSL.val(3)))).fetchSingle().intoList()))
                .containsExactly(true, false);
    }

    @Test
    void columns_are_read_as_what_the_statement_says() {
        var number = DSL.field(DSL.name("number"), Integer.class);
        var word = DSL.field(DSL.name("word"), String.class);
        var columns = Piece.ofColumns(() -> List.of(DSL.inline(7), Piece.hole(0, SQLDataType.VARCHAR)));
        for (var said : List.of("one", "two")) {
            var row = world.at("", () -> db.select(columns.with(DSL.val(said)), DSL.inline(true)).coerce(number, word, DSL.field(DSL.name("last"), Boolean.class)).fetchSingle());
            assertThat(row.get(number)).isEqualTo(7);
            assertThat(row.get(word)).isEqualTo(said);
            assertThat(row.value3()).isTrue();
        }
    }

    @Test
    void a_statement_is_written_once_for_each_form_and_asked_with_each_ones_values() {
        var said = DSL.field(DSL.name("said"), String.class);
        var typed = Piece.hole(0, SQLDataType.VARCHAR);
        var pieces = new Pieces<Boolean, Object>(loud -> Piece.ofStatement(() -> DSL.select(loud ? DSL.upper(typed) : typed)));
        for (var loud : List.of(true, false, true)) {
            for (var word : List.of("Kari", "Nina")) {
                var row = world.at("", () -> db.resultQuery("{0}", pieces.of(loud).with(DSL.val(word))).coerce(said).fetchSingle());
                assertThat(row.get(said)).isEqualTo(loud ? word.toUpperCase(Locale.ROOT) : word);
            }
        }
        assertThat(pieces.of(true)).isSameAs(pieces.of(true)).isNotSameAs(pieces.of(false));
    }

    @Test
    void a_value_outside_the_holes_is_refused() {
        var kept = Piece.of(() -> DSL.concat(DSL.val("somebody's own"), Piece.hole(0, SQLDataType.VARCHAR)));
        assertThatThrownBy(() -> world.at("", () -> db.render(kept.with(DSL.val("x"))))).hasMessageContaining("A value stands outside the holes");
    }

    private String named(String person, String tenant) {
        return world.at(tenant, () -> db.select(name(person)).fetchSingle().value1());
    }

    private Field<String> name(String person) {
        return NAME.with(DSL.val(world.person(person)));
    }
}
