package no.torg.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.catalog.Services;
import no.torg.catalog.WaitingTimes;
import no.torg.catalog.views.Measured;
import no.torg.metrics.Figure;
import no.torg.metrics.Metrics;
import no.torg.metrics.Sight;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Tells the catalogue how long people really waited for a first reply; at most five minutes old, one statement for all services. */
@Component
class MeasuredWaiting implements WaitingTimes {

    static final int DAYS = 90;
    /** With fewer than these, nine of ten says nothing. */
    static final int ENOUGH = 10;

    private final Metrics metrics;
    private final Services services;
    private final Remembered<Known> remembered = new Remembered<>(Duration.ofMinutes(5));

    MeasuredWaiting(Metrics metrics, Services services) {
        this.metrics = metrics;
        this.services = services;
    }

    private record Known(Map<UUID, Measured> measured, Map<UUID, Long> asked) {
    }

    @Override
    public Optional<Measured> measured(UUID service) {
        return Optional.ofNullable(known().measured().get(service));
    }

    @Override
    public Map<UUID, Long> asked() {
        return known().asked();
    }

    private Known known() {
        return remembered.get(() -> read(LocalDate.now(Tenant.current().zone())));
    }

    private Known read(LocalDate today) {
        var from = today.minusDays(DAYS - 1);
        var all = services.published("nb").stream().map(Services.Published::id).collect(Collectors.toSet());
        var figures = metrics.figures(new Sight(all, Set.of(), Set.of()), List.of(
                new Span(CaseFigures.FIRST_REPLY_WORKING, from, today, Step.WHOLE), new Span(CaseFigures.OPENED, from, today, Step.WHOLE)));
        var measured = new HashMap<UUID, Measured>();
        var asked = new HashMap<UUID, Long>();
        figures.stream().filter(figure -> figure.bucket() == null && figure.part() == null).forEach(figure -> {
            if (figure.span() == 1) {
                asked.put(figure.scope(), figure.n());
            } else if (figure.n() >= ENOUGH) {
                measured.put(figure.scope(), measured(figure));
            }
        });
        return new Known(Map.copyOf(measured), Map.copyOf(asked));
    }

    private static Measured measured(Figure figure) {
        return new Measured(Duration.ofSeconds((long) (figure.median() * 60)), Duration.ofMinutes(figure.ninetieth()), Duration.ofMinutes(figure.longest()),
                figure.n(), DAYS);
    }
}
