package no.torg.people;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords by Argon2, a few at a time, first come first served: each takes 16 MB while it is made, and a burst of them would fill the heap. */
@Component
class PasswordHashes {

    static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private final PasswordEncoder encoder;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    @Autowired
    PasswordHashes() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    PasswordHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** The hash that is kept of a password. */
    String of(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the hash is one of this password. */
    boolean match(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
