package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.demo.DemoWorld.Filled;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorgTest
class WallTest {

    @Autowired
    private World world;

    @Autowired
    private Database database;

    @Autowired
    private Cluster cluster;

    @Test
    void no_connection_is_lent_without_a_tenant() {
        assertThatThrownBy(() -> database.app().getConnection()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_connection_alternating_between_tenants_and_none_shows_each_its_own() {
        try (var pool = poolOfOne()) {
            var db = DSL.using(new TenantDataSource(pool), SQLDialect.POSTGRES);
            for (int i = 0; i < 3; i++) {
                assertThat(world.fjordvik().tenant().id()).isNotEqualTo(world.solheim().tenant().id());
                for (var filled : new Filled[] {world.fjordvik(), world.solheim()}) {
                    filled.tenant().run(() -> assertThat(db.fetch("select distinct tenant_id from people.person").getValues(0, Integer.class))
                            .containsExactly(filled.tenant().id()));
                }
                assertThatThrownBy(() -> db.fetch("select 1")).hasStackTraceContaining("No tenant is bound");
            }
        }
    }

    @Test
    void an_unset_tenant_shows_no_row_and_takes_none() {
        try (var pool = poolOfOne()) {
            var bare = DSL.using(pool, SQLDialect.POSTGRES);
            assertThat(bare.fetchCount(DSL.table("people.person"))).isZero();
            assertThatThrownBy(() -> bare.execute("insert into people.sign_in_attempt (tenant_id, key_hash) values (1, '\\x00')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void the_other_tenants_id_cannot_be_written() {
        world.fjordvik().tenant().run(() -> {
            var db = DSL.using(database.app(), SQLDialect.POSTGRES);
            assertThatThrownBy(() -> db.execute("insert into people.sign_in_attempt (tenant_id, key_hash) values (?, '\\x01')", world.solheim().tenant().id()))
                    .hasMessageContaining("row-level security");
        });
    }

    @Test
    void what_is_acknowledged_is_on_disk() {
        for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            assertThat(database.global().fetchValue("select current_setting(?)", setting)).isEqualTo("on");
            assertThat(database.worker().fetchValue("select current_setting(?)", setting)).isEqualTo("on");
        }
        world.fjordvik().tenant().run(() -> assertThat(DSL.using(database.app(), SQLDialect.POSTGRES).fetchValue("select current_setting('synchronous_commit')")).isEqualTo("on"));
    }

    /** The way to the rows does not hang on the values: to plan each time cost as much as to read. */
    @Test
    void statements_are_planned_once() {
        world.fjordvik().tenant().run(() -> assertThat(DSL.using(database.app(), SQLDialect.POSTGRES).fetchValue("select current_setting('plan_cache_mode')"))
                .isEqualTo("force_generic_plan"));
    }

    private HikariDataSource poolOfOne() {
        var config = new HikariConfig();
        config.setJdbcUrl(cluster.url());
        config.setUsername("torg_app");
        config.setPassword(cluster.appPassword());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}
