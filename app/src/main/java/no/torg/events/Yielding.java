package no.torg.events;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a thread, and those it starts, work with what others leave of the processors. Java's own priorities do nothing on Linux; there, the C library's
 * {@code nice} is a thread's own. On other systems nothing changes.
 */
public final class Yielding {

    private static final Logger LOG = LoggerFactory.getLogger(Yielding.class);
    private static final int MUCH = 15;
    private static final @Nullable MethodHandle NICE = nice();

    private Yielding() {
    }

    /** Does a piece of work in a thread of its own that gives way, and waits for it. */
    public static void run(Runnable work) {
        var done = new FutureTask<Void>(() -> {
            begin();
            work.run();
        }, null);
        Thread.ofPlatform().name(Thread.currentThread().getName() + "-yielding").start(done);
        try {
            done.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** From here on, this thread gives way. */
    public static void begin() {
        if (NICE == null) {
            return;
        }
        try {
            int niceness = (int) NICE.invokeExact(MUCH);
            LOG.debug("{} works at niceness {}", Thread.currentThread().getName(), niceness);
        } catch (Throwable failed) {
            LOG.debug("The thread does not give way", failed);
        }
    }

    private static @Nullable MethodHandle nice() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        var linker = Linker.nativeLinker();
        return linker.defaultLookup().find("nice").map(found -> linker.downcallHandle(found, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))).orElse(null);
    }
}
