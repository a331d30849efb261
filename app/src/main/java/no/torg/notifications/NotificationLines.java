package no.torg.notifications;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.notifications.Notifications.Before;
import no.torg.notifications.Notifications.Told;
import no.torg.notifications.Subjects.Named;
import no.torg.people.Actor;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of news with the present titles of what they are about; what the reader may no longer see is left out. */
@Component
class NotificationLines {

    private final Notifications notifications;
    private final List<Subjects> subjects;

    NotificationLines(Notifications notifications, List<Subjects> subjects) {
        this.notifications = notifications;
        this.subjects = subjects;
    }

    record Line(Told told, Named named, String text) {
    }

    record Lines(List<Line> lines, @Nullable String next) {
    }

    Lines lines(Actor actor, Words words, @Nullable String before, int limit) {
        var told = notifications.list(actor, place(before), limit + 1);
        var shown = told.stream().limit(limit).toList();
        var names = new HashMap<UUID, Named>();
        for (var kind : subjects) {
            var ids = shown.stream().filter(one -> one.subjectKind().equals(kind.kind())).map(Told::subject).collect(Collectors.toSet());
            names.putAll(ids.isEmpty() ? Map.of() : kind.named(actor, words.language(), ids));
        }
        var lines = shown.stream().map(one -> names.containsKey(one.subject())
                ? new Line(one, names.get(one.subject()), words.say("notifications.kind." + one.kind())) : null).filter(Objects::nonNull).toList();
        return new Lines(lines, told.size() > limit ? shown.getLast().at() + "," + shown.getLast().event() : null);
    }

    @Nullable Named named(Actor actor, Words words, Told told) {
        return subjects.stream().filter(kind -> kind.kind().equals(told.subjectKind())).findFirst()
                .map(kind -> kind.named(actor, words.language(), List.of(told.subject())).get(told.subject())).orElse(null);
    }

    private static @Nullable Before place(@Nullable String text) {
        try {
            return text == null ? null : new Before(Instant.parse(text.split(",")[0]), UUID.fromString(text.split(",")[1]));
        } catch (RuntimeException malformed) {
            return null;
        }
    }
}
