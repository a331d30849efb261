package no.torg.events;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers a consumer's due events of the bound tenant: the effects and the removal in one transaction; on failure one by one. */
@Component
class DeliveryBatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryBatch.class);
    private static final int SIZE = 500;

    private final DeliveryRepository repository;
    private final TransactionTemplate transaction;

    DeliveryBatch(DeliveryRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there may be more. */
    boolean deliver(Consumer consumer) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> deliver(consumer, SIZE)));
        } catch (RuntimeException failed) {
            LOG.info("{}: a batch failed and is taken one by one: {}", consumer.name(), failed.toString());
            return oneByOne(consumer);
        }
    }

    private boolean deliver(Consumer consumer, int size) {
        var events = repository.take(consumer, size);
        if (events.isEmpty()) {
            return false;
        }
        consumer.deliver(events);
        repository.remove(consumer, events);
        return events.size() == size;
    }

    private boolean oneByOne(Consumer consumer) {
        for (int i = 0; i < SIZE; i++) {
            var taken = new Event[1];
            try {
                var any = transaction.execute(status -> {
                    var events = repository.take(consumer, 1);
                    if (events.isEmpty()) {
                        return false;
                    }
                    taken[0] = events.getFirst();
                    consumer.deliver(events);
                    repository.remove(consumer, events);
                    return true;
                });
                if (!Boolean.TRUE.equals(any)) {
                    return false;
                }
            } catch (RuntimeException failed) {
                if (taken[0] == null) {
                    throw failed;
                }
                putOff(consumer, taken[0], failed);
            }
        }
        return true;
    }

    private void putOff(Consumer consumer, Event event, RuntimeException failed) {
        LOG.warn("{} could not take event {} ({})", consumer.name(), event.id(), event.type(), failed);
        transaction.executeWithoutResult(status -> repository.putOff(consumer, List.of(event), failed.toString()));
    }
}
