package no.torg.cases;

import no.torg.catalog.PriorityMatrix;
import org.springframework.stereotype.Component;

/** Priority 1 (most urgent) to 5, of impact and urgency, by the tenant's matrix. */
@Component
class Priorities {

    int of(String impact, String urgency) {
        return PriorityMatrix.standard().priority(impact, urgency);
    }
}
