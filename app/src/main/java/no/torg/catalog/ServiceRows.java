package no.torg.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.torg.catalog.Services.Published;
import no.torg.catalog.views.Measured;
import no.torg.catalog.views.ServiceRow;
import no.torg.people.Organisation;
import no.torg.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Services as lines in lists, with how long people have had to wait. */
@Component
public class ServiceRows {

    private final Organisation organisation;
    private final ObjectProvider<WaitingTimes> waiting;

    ServiceRows(Organisation organisation, ObjectProvider<WaitingTimes> waiting) {
        this.organisation = organisation;
        this.waiting = waiting;
    }

    /** The service as a line in a list. */
    public ServiceRow row(Words words, Published service) {
        var texts = service.definition().texts(words.language().code());
        var usual = measured(service).map(measured -> words.workingTime(measured.nineOfTen())).orElse(null);
        return new ServiceRow(service.definition().slug(), texts.name(), texts.summary(), usual);
    }

    /** How long people waited for this service lately; empty where too few have asked. */
    public Optional<Measured> measured(Published service) {
        return waiting.stream().findFirst().flatMap(times -> times.measured(service.id()));
    }

    /** The published services that were asked for most lately, the most first; the others after them in the order given. */
    public List<Published> byUse(List<Published> services) {
        var counts = waiting.stream().findFirst().map(WaitingTimes::asked).orElse(Map.of());
        return services.stream().sorted((a, b) -> Long.compare(counts.getOrDefault(b.id(), 0L), counts.getOrDefault(a.id(), 0L))).toList();
    }

    String team(Published service) {
        var slot = service.definition().firstSlot();
        var team = service.teams().get(slot);
        return team == null ? "" : organisation.teamName(team);
    }
}
