package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.torg.TorgTest;
import no.torg.tenancy.Database;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The migrated database, as its own catalogue describes it: every tenant table walled, keyed, indexed and explained. */
@TorgTest
class SchemaTest {

    /** Tables that are no tenant's. */
    private static final Set<String> GLOBAL = Set.of("tenancy.tenant", "tenancy.host", "events.epoch", "events.consumer", "jobs.scheduled_tasks",
            "flyway.flyway_schema_history");

    /** Foreign keys across modules beside those to tenancy and people: along edges that the architecture allows. */
    private static final Set<String> ACROSS = Set.of("cases.case_file → catalog.service_version", "cases.request_draft → catalog.service");

    private static final String WALL = "(tenant_id = ( SELECT (NULLIF(current_setting('torg.tenant'::text, true), ''::text))::integer AS \"nullif\"))";
    private static final String TENANT_DEFAULT = "(NULLIF(current_setting('torg.tenant'::text, true), ''::text))::integer";
    private static final String TABLES = """
            select c.oid::int8 as oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, obj_description(c.oid) as comment,
              pg_get_userbyid(c.relowner) as owner, (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid
                and a.attnum = d.adnum where d.adrelid = c.oid and a.attname = 'tenant_id') as tenant_default
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by 2
            """;
    private static final String COLUMNS = """
            (select string_agg(a.attname, ',' order by k.nth) from unnest(%s) with ordinality k(num, nth)
              left join pg_attribute a on a.attrelid = %s and a.attnum = k.num)
            """;
    private static final String CONSTRAINTS = """
            select conrelid::int8 as oid, conname as name, contype::text as type, confrelid::int8 as referred, %s as columns
            from pg_constraint where contype in ('p', 'f') and conrelid <> 0
            """.formatted(COLUMNS.formatted("conkey", "conrelid"));
    private static final String INDEXES = """
            select i.indrelid::int8 as oid, i.indexrelid::regclass::text as name, i.indisunique as is_unique, i.indpred is not null as partial,
              %s as columns from pg_index i
            """.formatted(COLUMNS.formatted("i.indkey::int2[]", "i.indrelid"));

    @Autowired
    private Database database;

    private DSLContext catalogue;
    private final Map<Long, Record> tables = new TreeMap<>();

    @BeforeEach
    void read() {
        catalogue = database.global();
        catalogue.fetch(TABLES).forEach(table -> tables.put(table.get("oid", Long.class), table));
        assertThat(tables).hasSizeGreaterThan(30);
    }

    @Test
    void every_table_outside_the_named_few_is_a_tenants_and_walled() {
        Map<Long, Result<Record>> policies = catalogue.fetch("select polrelid::int8 as oid, polname, pg_get_expr(polqual, polrelid) as reads, pg_get_expr(polwithcheck, polrelid) as writes, polcmd::text as command, "
                + "array_to_string(array(select rolname from pg_roles where oid = any(polroles)), ',') as roles from pg_policy").intoGroups(DSL.field("oid", Long.class));
        tenantTables().forEach((oid, table) -> {
            var name = table.get("name", String.class);
            assertThat(table.get("secured", Boolean.class)).as(name + " has row security").isTrue();
            assertThat(table.get("tenant_default", String.class)).as(name + "'s default of tenant_id").isEqualTo(TENANT_DEFAULT);
            var here = policies.getOrDefault(oid, catalogue.newResult());
            var walls = here.stream().filter(policy -> policy.get("roles", String.class).equals("torg_app")).toList();
            assertThat(walls).as(name + "'s policies for torg_app").singleElement().satisfies(wall -> {
                assertThat(wall.get("polname", String.class)).isEqualTo("wall");
                assertThat(wall.get("command", String.class)).isEqualTo("*");
                assertThat(wall.get("reads", String.class)).isEqualTo(WALL);
                assertThat(wall.get("writes", String.class)).isNull();
            });
            assertThat(here.stream().filter(policy -> !walls.contains(policy))).as(name + "'s other policies").allSatisfy(policy -> {
                assertThat(policy.get("roles", String.class)).isEqualTo("torg_worker");
                assertThat(policy.get("command", String.class)).isEqualTo("r");
                assertThat(name).startsWith("events.");
            });
        });
    }

    @Test
    void tenant_id_leads_every_primary_key_foreign_key_and_unique_index() {
        var wrong = new TreeSet<String>();
        var keyed = new TreeSet<Long>();
        for (var constraint : catalogue.fetch(CONSTRAINTS)) {
            var oid = constraint.get("oid", Long.class);
            if (constraint.get("type", String.class).equals("p")) {
                keyed.add(oid);
            }
            if (isTenants(oid) && !columns(constraint).getFirst().equals("tenant_id")) {
                wrong.add(name(oid) + ": " + constraint.get("name"));
            }
        }
        for (var index : catalogue.fetch(INDEXES)) {
            if (isTenants(index.get("oid", Long.class)) && index.get("is_unique", Boolean.class) && !columns(index).getFirst().equals("tenant_id")) {
                wrong.add(index.get("name", String.class));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(keyed).containsAll(tables.keySet());
    }

    /** By itself, or by rows that it must belong to: none of a tenant that is not there. */
    @Test
    void every_row_is_of_a_tenant_that_there_is() {
        var must = catalogue.fetch("""
                select conrelid::int8 as oid, confrelid::int8 as referred from pg_constraint c
                where contype = 'f' and not exists (select from unnest(conkey) as key (num) join pg_attribute a on a.attrelid = conrelid and a.attnum = key.num where not a.attnotnull)
                """);
        var tenant = tables.entrySet().stream().filter(table -> name(table.getKey()).equals("tenancy.tenant")).map(Map.Entry::getKey).findFirst().orElseThrow();
        var sure = new TreeSet<>(Set.of(tenant));
        while (must.stream().anyMatch(key -> sure.contains(key.get("referred", Long.class)) && sure.add(key.get("oid", Long.class)))) {
            assertThat(sure).isNotEmpty();
        }
        assertThat(tenantTables().keySet().stream().filter(oid -> !sure.contains(oid)).map(this::name)).isEmpty();
    }

    @Test
    void foreign_keys_across_modules_lead_to_tenancy_and_people_only() {
        var across = new TreeSet<String>();
        for (var constraint : catalogue.fetch(CONSTRAINTS)) {
            if (constraint.get("type", String.class).equals("f")) {
                var from = name(constraint.get("oid", Long.class));
                var to = name(constraint.get("referred", Long.class));
                if (!schema(from).equals(schema(to)) && !Set.of("tenancy", "people").contains(schema(to))) {
                    across.add(from + " → " + to);
                }
            }
        }
        assertThat(across).isEqualTo(new TreeSet<>(ACROSS));
    }

    @Test
    void every_foreign_key_has_an_index_that_leads_with_its_columns() {
        var indexes = catalogue.fetch(INDEXES).stream().filter(index -> !index.get("partial", Boolean.class))
                .collect(Collectors.groupingBy(index -> index.get("oid", Long.class), Collectors.mapping(SchemaTest::columns, Collectors.toList())));
        var wrong = new TreeSet<String>();
        for (var constraint : catalogue.fetch(CONSTRAINTS)) {
            var oid = constraint.get("oid", Long.class);
            var columns = Set.copyOf(columns(constraint));
            var led = indexes.getOrDefault(oid, List.of()).stream()
                    .anyMatch(index -> index.size() >= columns.size() && Set.copyOf(index.subList(0, columns.size())).equals(columns));
            if (constraint.get("type", String.class).equals("f") && !led) {
                var parent = name(constraint.get("referred", Long.class));
                assertThat(may("torg_app", parent)).as("Without an index, rows of " + parent + " would go slowly").doesNotContain("DELETE");
                wrong.add(name(oid) + " → " + parent + columns(constraint));
            }
        }
        assertThat(wrong).isEqualTo(new TreeSet<>(Exceptions.UNINDEXED.keySet()));
    }

    @Test
    void every_table_and_schema_says_what_it_is() {
        var comments = new TreeMap<String, String>();
        tables.values().forEach(table -> comments.put(name(table), Objects.requireNonNullElse(table.get("comment", String.class), "")));
        catalogue.fetch("select nspname, coalesce(obj_description(oid), '') from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'")
                .forEach(schema -> comments.put(schema.get(0, String.class), schema.get(1, String.class)));
        comments.keySet().removeAll(Set.of("flyway", "flyway.flyway_schema_history"));
        assertThat(comments).allSatisfy((name, comment) -> assertThat(comment).as(name).isNotBlank());
        assertThat(comments).allSatisfy((name, comment) -> assertThat(comment.startsWith("Global: ")).as(name).isEqualTo(GLOBAL.contains(name)));
    }

    @Test
    void the_logins_own_nothing_and_may_do_no_more_than_they_must() {
        assertThat(tables.values()).allSatisfy(table -> assertThat(table.get("owner", String.class)).as(name(table)).isEqualTo("torg_owner"));
        for (var role : List.of("torg_app", "torg_worker")) {
            assertThat(catalogue.fetchOne("select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = ?", role).intoList()).as(role).containsOnly(false);
            assertThat(catalogue.fetch("select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = ?", role)).as(role + "'s memberships").isEmpty();
            assertThat(catalogue.fetch("select 1 from pg_class where relowner = ?::regrole union all select 1 from pg_proc where proowner = ?::regrole", role, role)).as(role + " owns").isEmpty();
        }
        assertThat(may("torg_app", "events.event")).containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThat(may("torg_app", "tenancy.tenant")).containsExactly("SELECT");
        assertThat(may("torg_app", "flyway.flyway_schema_history")).isEmpty();
        assertThat(tables.values()).allSatisfy(table -> {
            assertThat(may("torg_app", name(table))).as(name(table)).doesNotContain("TRUNCATE", "REFERENCES", "TRIGGER");
            assertThat(may("torg_worker", name(table))).as(name(table)).isSubsetOf(Set.of("events", "tenancy").contains(schema(name(table))) ? List.of("SELECT") : List.of());
        });
    }

    @Test
    void what_a_person_wrote_cannot_be_rewritten() {
        for (var table : List.of("conversations.message", "conversations.message_file", "cases.case_answers")) {
            assertThat(may("torg_app", table)).as(table).containsExactlyInAnyOrder("SELECT", "INSERT");
        }
    }

    private Set<String> may(String role, String table) {
        var oid = tables.values().stream().filter(row -> name(row).equals(table)).map(row -> row.get("oid", Long.class)).findFirst().orElseThrow();
        var asked = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
        return asked.stream().filter(right -> (Boolean) catalogue.fetchValue("select has_table_privilege(?::name, ?::oid, ?)", role, oid, right)).collect(Collectors.toSet());
    }

    private Map<Long, Record> tenantTables() {
        return tables.entrySet().stream().filter(table -> isTenants(table.getValue())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isTenants(long oid) {
        return tables.containsKey(oid) && isTenants(tables.get(oid));
    }

    private String name(long oid) {
        return tables.containsKey(oid) ? name(tables.get(oid)) : "?";
    }

    private static boolean isTenants(Record table) {
        return !GLOBAL.contains(name(table));
    }

    private static String name(Record table) {
        return table.get("name", String.class);
    }

    private static String schema(String table) {
        return table.split("\\.")[0];
    }

    /** The columns in order; an expression among them is an empty name. */
    private static List<String> columns(Record row) {
        return Arrays.asList(row.get("columns", String.class).split(",", -1));
    }
}
