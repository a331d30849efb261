package no.torg.cases;

import no.torg.catalog.Impact;
import no.torg.catalog.PriorityMatrix;
import no.torg.catalog.Urgency;
import org.springframework.stereotype.Component;

/** Priority 1 (most urgent) to 5, of impact and urgency, by the tenant's matrix. */
@Component
class Priorities {

    int of(String impact, String urgency) {
        return PriorityMatrix.DEFAULT.priority(Impact.of(impact), Urgency.of(urgency));
    }
}
