package no.torg.notifications;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actors;
import no.torg.web.Bell;
import org.springframework.stereotype.Component;

/** Rings in the frame: one small statement a page, for those who are signed in. */
@Component
class UnreadBell implements Bell {

    private final Notifications notifications;
    private final Actors actors;

    UnreadBell(Notifications notifications, Actors actors) {
        this.notifications = notifications;
        this.actors = actors;
    }

    @Override
    public int unread(HttpServletRequest request) {
        return actors.of(request).map(notifications::unread).orElse(0);
    }
}
