package no.torg.notifications;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import no.torg.notifications.views.NewsPage;
import no.torg.notifications.views.NewsPage.NewsRow;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.NotFound;
import no.torg.web.Page;
import no.torg.web.views.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what one has been told; opening a line marks it read. */
@Controller
class NotificationController {

    private static final int PAGE = 50;

    private final Notifications notifications;
    private final NotificationLines lines;

    NotificationController(Notifications notifications, NotificationLines lines) {
        this.notifications = notifications;
        this.lines = lines;
    }

    @GetMapping("/notifications")
    Page list(Actor actor, Frame frame, @RequestParam(required = false) @Nullable String before) {
        var found = lines.lines(actor, frame.words(), before, PAGE);
        var rows = found.lines().stream().map(line -> new NewsRow(line.told().event().toString(), line.text(), line.named().title(), line.named().side(),
                line.named().href(), line.told().at(), line.told().unread())).toList();
        var older = found.next() == null ? null : "/notifications?before=" + URLEncoder.encode(found.next(), StandardCharsets.UTF_8);
        return Page.of("notifications/list", new NewsPage(frame, rows, frame.unread() > 0, new Pager(before == null ? null : "/notifications", older, "")));
    }

    @PostMapping("/notifications/{event}/reading")
    Page open(Actor actor, Frame frame, @PathVariable UUID event) {
        var told = notifications.read(actor, event).orElseThrow(() -> new NotFound("notification"));
        var named = lines.named(actor, frame.words(), told);
        return Page.redirect(named == null ? "/notifications" : named.href());
    }

    @PostMapping("/notifications/reading")
    Page readAll(Actor actor) {
        notifications.readAll(actor);
        return Page.redirect("/notifications");
    }
}
