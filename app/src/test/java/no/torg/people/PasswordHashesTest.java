package no.torg.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** However many sign in at once, few hashes are made at the same time. */
class PasswordHashesTest {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(PasswordHashes.AT_ONCE);

    @Test
    void few_are_made_at_once_and_all_are_made() {
        var hashes = new PasswordHashes(new Slow());
        var made = Stream.generate(() -> CompletableFuture.supplyAsync(() -> hashes.match("a", "a") && hashes.of("a").equals("a"), Thread::startVirtualThread))
                .limit(30).toList().stream().map(CompletableFuture::join).toList();
        assertThat(made).hasSize(30).containsOnly(true);
        assertThat(most).hasValue(PasswordHashes.AT_ONCE);
        assertThat(PasswordHashes.AT_ONCE).isBetween(2, 4);
    }

    private final class Slow implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            work();
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            work();
            return String.valueOf(password).equals(hash);
        }

        /** Lasts until as many work as may, so that one more would be seen. */
        private void work() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            full.countDown();
            try {
                full.await(10, TimeUnit.SECONDS);
                Thread.sleep(5);
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            } finally {
                now.decrementAndGet();
            }
        }
    }
}
