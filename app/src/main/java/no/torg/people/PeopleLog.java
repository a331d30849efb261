package no.torg.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes what administrators did with people and the organisation to the log, for staff only; in the transaction of the deed. */
@Component
class PeopleLog {

    private final EventLog log;

    // what follows events may itself ask about people
    PeopleLog(@Lazy EventLog log) {
        this.log = log;
    }

    void add(Actor actor, String kind, UUID subject, String type, Map<String, ?> facts) {
        var data = new LinkedHashMap<String, Object>();
        data.put("v", 1);
        data.putAll(facts);
        log.append(NewEvent.of(kind, subject, type, actor.person(), Moment.now(), data).forStaff());
    }
}
