package no.torg.notifications;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actors;
import no.torg.people.ReadAlong;
import no.torg.web.Bell;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rings in the frame: how much somebody has not read, counted to 100 in the statement that finds out who is looking. */
@Component
class UnreadBell implements Bell, ReadAlong {

    private final ObjectProvider<Actors> actors;

    UnreadBell(ObjectProvider<Actors> actors) {
        this.actors = actors;
    }

    @Override
    public String number() {
        return """
                (select count(*)::integer from (select from notifications.notification n
                  where n.tenant_id = p.tenant_id and n.person_id = p.id and n.read_at is null limit 100) unread)
                """;
    }

    @Override
    public int unread(HttpServletRequest request) {
        return actors.getObject().readAlong(request);
    }
}
