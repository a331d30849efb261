package no.torg.cases.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form begun is kept for thirty days from when it was last saved, as its page says, at every tenant. */
@TorgTest
class DraftSweepTest {

    @Autowired
    private World world;

    @Autowired
    private DraftSweep sweep;

    @Autowired
    private DSLContext db;

    @Test
    void forms_that_nobody_went_on_with_are_thrown_away_after_thirty_days() {
        begun("fjordvik:", "ingrid-hauge", Duration.ofDays(31));
        begun("fjordvik:", "oda-myhre", Duration.ofDays(29));
        begun("solheim:", "solheim:stig-roen", Duration.ofDays(31));
        sweep.sweepAll(Instant.now());
        assertThat(has("fjordvik:", "ingrid-hauge")).isFalse();
        assertThat(has("fjordvik:", "oda-myhre")).isTrue();
        assertThat(has("solheim:", "solheim:stig-roen")).isFalse();
    }

    private void begun(String tenant, String person, Duration ago) {
        world.at(tenant, () -> db.execute("insert into cases.request_draft (id, person_id, service_id, given, saved_at) select gen_random_uuid(), ?, id, '{}', ?::timestamptz "
                + "from catalog.service where slug = 'report-idea' on conflict (tenant_id, person_id, service_id) do update set saved_at = excluded.saved_at",
                world.person(person), Instant.now().minus(ago)));
    }

    private boolean has(String tenant, String person) {
        return world.at(tenant, () -> db.fetchExists(db.selectOne().from("cases.request_draft d join catalog.service s on s.id = d.service_id")
                .where("d.person_id = ? and s.slug = 'report-idea'", world.person(person))));
    }
}
