package no.torg.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that make pages, first come first served. They are the machine's own, because what waits for the database in a virtual one costs a fifth of a
 * list's processor time (docs/adr/0013); connections, forms and files stay with virtual ones, which may wait by the thousand. A page that takes long – one of
 * many figures, one behind a lock – is made beside the others by one thread more as long as it lasts, up to a bound.
 */
final class Makers {

    /** After so many milliseconds a page is long; looked at as often. */
    private static final int LONG = 250;

    private final int most;
    private final Map<Runnable, Long> begun = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("turns").unstarted(work));

    /** So many at once, and no more than {@code most} however many are long. */
    Makers(int atOnce, int most) {
        this.most = most;
        threads = new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("page-", 1).factory()) {

            @Override
            protected void beforeExecute(Thread thread, Runnable page) {
                begun.put(page, System.nanoTime());
            }

            @Override
            protected void afterExecute(Runnable page, Throwable failed) {
                if (begun.remove(page) == null) {
                    grow(-1);
                }
            }
        };
        clock.scheduleWithFixedDelay(this::makeRoom, LONG, LONG, TimeUnit.MILLISECONDS);
    }

    /** Makes the page when its turn comes; at once where it is asked for when it is time to stop. */
    void make(FutureTask<?> page) {
        try {
            threads.execute(page);
        } catch (RejectedExecutionException stopping) {
            page.run();
        }
    }

    /** Whether the page had not begun, and will not be made here. */
    boolean letGo(FutureTask<?> page) {
        return threads.remove(page);
    }

    /** How many pages could begin at once now. */
    int free() {
        return threads.getCorePoolSize() - threads.getActiveCount();
    }

    void stop() {
        clock.shutdownNow();
        threads.shutdown();
    }

    private void makeRoom() {
        begun.forEach((page, since) -> {
            if (System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(LONG) && threads.getCorePoolSize() < most && begun.remove(page) != null) {
                grow(1);
            }
        });
    }

    private synchronized void grow(int threadsMore) {
        int size = threads.getCorePoolSize() + threadsMore;
        threads.setCorePoolSize(Math.min(size, threads.getMaximumPoolSize()));
        threads.setMaximumPoolSize(size);
        threads.setCorePoolSize(size);
    }
}
