package no.torg.notifications.views;

import java.time.Instant;
import java.util.List;

import no.torg.web.Frame;
import no.torg.web.views.Pager;

/** The list of what one has been told, newest first. */
public record NewsPage(Frame frame, List<NewsRow> rows, boolean anyUnread, Pager pager) {

    /** One line: what happened, to what, and where it is. */
    public record NewsRow(String event, String text, String title, String side, String href, Instant at, boolean unread) {
    }
}
