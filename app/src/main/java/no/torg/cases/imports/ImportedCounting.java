package no.torg.cases.imports;

import java.util.List;

import no.torg.calendars.Calendars;
import no.torg.cases.CaseFigures;
import no.torg.events.Event;
import no.torg.metrics.Occurrence;
import no.torg.metrics.Recount.Counting;
import org.springframework.stereotype.Component;

/** How all that happened to cases is counted from the log, here and elsewhere. */
@Component
class ImportedCounting implements Counting {

    private final Calendars calendars;

    ImportedCounting(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Occurrence> event(Event event) {
        return CaseFigures.of(event);
    }

    @Override
    public String imported() {
        return ImportedCases.TYPE;
    }

    @Override
    public List<Occurrence> subject(List<Event> events) {
        return ImportedFigures.of(events, calendars);
    }
}
