package no.torg.events;

import java.time.Duration;
import java.util.List;

import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees that every delivery is made: wakes after commits, polls as the safety net, tenant by tenant and consumer by consumer. */
@Component
@ConditionalOnWebApplication
public class Deliveries implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(25);

    private final DeliveryRepository repository;
    private final DeliveryBatch batch;
    private final Tenants tenants;
    private final List<Consumer> consumers;
    private final Loop loop;
    private volatile boolean running;
    private volatile boolean paused;

    Deliveries(DeliveryRepository repository, DeliveryBatch batch, Tenants tenants, List<Consumer> consumers, Wake wake) {
        this.repository = repository;
        this.batch = batch;
        this.tenants = tenants;
        this.consumers = consumers;
        this.loop = new Loop("torg-deliveries", POLL, GATHER, this::deliverAllDue);
        wake.add(loop::wake);
    }

    /** How many deliveries wait, are late or are parked, over all tenants; for operators and tests. */
    public Backlog backlog() {
        return repository.backlog();
    }

    /** Counts over all tenants; parked ones need a person. */
    public record Backlog(long due, long later, long parked) {
    }

    /** Lets deliveries wait until resumed; for measuring reads alone. */
    public void pause(boolean pause) {
        paused = pause;
        loop.wake();
    }

    @Override
    public void start() {
        repository.subscribe(consumers);
        loop.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        loop.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void deliverAllDue() {
        boolean more = !paused;
        while (more && running) {
            more = false;
            for (var due : repository.due()) {
                more |= deliver(due);
            }
        }
    }

    private boolean deliver(DeliveryRepository.Due due) {
        var consumer = consumers.stream().filter(known -> known.name().equals(due.consumer())).findFirst();
        var tenant = tenants.byId(due.tenant());
        if (consumer.isEmpty() || tenant.isEmpty()) {
            return false;
        }
        try {
            return tenant.get().call(() -> batch.deliver(consumer.get()));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
