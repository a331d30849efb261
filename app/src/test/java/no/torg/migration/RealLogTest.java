package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import no.torg.TestFolder;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real log of 141,712 records comes in whole, and Torg's own tables then say exactly what was computed from it elsewhere. */
@TorgTest
@Import(Histories.class)
class RealLogTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("TORG_SHARED", "../../shared"), "data", "itsm");
    private static final Path MAPPING = TestFolder.PROJECT.resolve("mappings/servicenow-incidents.yaml");

    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private JsonMapper json;

    @Test
    void the_key_figures_are_those_computed_elsewhere_and_nothing_doubles() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> "skipped: no " + DATA.toAbsolutePath() + " (set TORG_SHARED)");
        var log = DATA.resolve("incident_event_log.csv.gz");
        var tenant = histories.tenant("historien", "UTC");

        var first = histories.bring(tenant, MAPPING, log);

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("24,918 cases new, 141,712 events new, 0 there already, 0 rejected").contains("state \"-100\", 5 records");
        assertEqualToComputed(tenant);
        assertThat(histories.said("figures", "check", "--tenant", tenant.slug()).out()).contains("no difference");

        var second = histories.bring(tenant, MAPPING, log);
        assertThat(second.out()).contains("0 cases new, 0 events new, 141,712 there already");
        assertEqualToComputed(tenant);
    }

    private void assertEqualToComputed(Tenant tenant) throws IOException {
        var computed = json.readTree(Files.readAllBytes(DATA.resolve("expected-kpis.json")));
        var ours = json.readTree(histories.kpi(tenant));
        computed.propertyStream().filter(one -> !one.getKey().equals("definitions")).forEach(one -> assertThat(plain(ours.get(one.getKey()))).as(one.getKey()).isEqualTo(plain(one.getValue())));
    }

    /** Numbers as doubles, so that 22 and 22.0 are the same. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new TreeMap<String, Object>();
            node.propertyStream().forEach(one -> map.put(one.getKey(), plain(one.getValue())));
            return map;
        }
        return node.isNumber() ? (Object) node.asDouble() : node.asString();
    }
}
