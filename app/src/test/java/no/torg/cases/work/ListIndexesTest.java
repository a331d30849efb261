package no.torg.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import no.torg.TorgTest;
import no.torg.World;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the lists' filters leave out is known from the index in the list's order; no row is fetched for it, and nothing is sorted. */
@TorgTest
class ListIndexesTest {

    @Autowired
    private World world;

    @Autowired
    private DSLContext db;

    @ParameterizedTest
    @CsvSource({"team_id, resolved_at is not null and handler_id is null, priority, case_file_team_done_priority", "team_id, resolved_at is not null and handler_id is null, updated_at, case_file_team_done_updated",
            "team_id, resolved_at is not null and handler_id is null, due_at, case_file_team_done_due", "handler_id, resolved_at is not null and team_id is not null, priority, case_file_handler_done_priority",
            "handler_id, resolved_at is not null and team_id is not null, due_at, case_file_handler_done_due", "requester_id, team_id is not null, updated_at, case_file_requester"})
    void done_cases_are_listed_from_the_index(String by, String filter, String order, String index) {
        var plan = world.at("", () -> db.transactionResult(own -> {
            own.dsl().execute("set local enable_seqscan = off");
            own.dsl().execute("set local enable_sort = off");
            own.dsl().execute("set local enable_bitmapscan = off");
            return own.dsl().fetch("explain select id from cases.case_file where tenant_id = 1 and %s = '00000000-0000-0000-0000-000000000001' and %s order by %s, id limit 51"
                    .formatted(by, filter, order)).format(100);
        }));
        assertThat(plan).contains("Index Only Scan using " + index + " ").doesNotContain("Sort");
    }
}
