package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change is seen at once by the transaction that made it, by others after its commit, and never by others before. */
@TorgTest
class RememberedTest {

    @Autowired
    private World world;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Remembered<String> remembered = new Remembered<>(Duration.ofHours(1));
    private final AtomicReference<String> committed = new AtomicReference<>("old");

    @Test
    void a_change_shows_first_to_its_own_transaction_then_to_all() {
        assertThat(elsewhere()).isEqualTo("old");
        world.at("fjordvik:", () -> new TransactionTemplate(transactions).execute(status -> {
            remembered.forget();
            assertThat(remembered.get(() -> "new")).isEqualTo("new");
            assertThat(elsewhere()).isEqualTo("old");
            assertThat(remembered.get(() -> "newer")).as("still its own, though another has read").isEqualTo("newer");
            return status;
        }));
        committed.set("newer");
        assertThat(elsewhere()).isEqualTo("newer");
    }

    private String elsewhere() {
        return CompletableFuture.supplyAsync(() -> world.at("fjordvik:", () -> remembered.get(committed::get))).join();
    }
}
