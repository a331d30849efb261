package no.torg.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import no.torg.insight.Dashboard.Written;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved dashboards over the API; their numbers are asked for by what each is narrowed to. */
@RestController
@RequestMapping("/api/metrics/dashboards")
class DashboardApi {

    private final Dashboards dashboards;

    DashboardApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /**
     * A dashboard as it is to be.
     *
     * @param shared whether everyone who may see figures finds it
     * @param period 30, 90 or year; days given go before it
     * @param panels key-figures, lines, services, heat, channels, ages, teams, flows – some, in order
     */
    public record Wanted(@Nullable String name, @Nullable Boolean shared, @Nullable UUID unit, @Nullable String service, @Nullable UUID team, @Nullable String period,
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable List<String> panels) {

        Written written() {
            return new Written(Fields.required("name", name), Boolean.TRUE.equals(shared), new Narrowing(unit, service, team, period, from, to), Panel.of(panels));
        }
    }

    /** All dashboards. */
    public record DashboardList(List<Dashboard> dashboards) {
    }

    /** One's own dashboards and those that are shared. */
    @GetMapping
    @Scope("metrics:read")
    DashboardList all(Actor actor) {
        return new DashboardList(dashboards.all(actor));
    }

    /** Saves a new dashboard. */
    @PostMapping
    @Scope("metrics:write")
    @ResponseStatus(HttpStatus.CREATED)
    Dashboard create(Actor actor, @RequestBody Wanted wanted) {
        return dashboards.find(actor, dashboards.create(actor, wanted.written()));
    }

    /** Gives a dashboard of one's own another name, other panels or other readers. */
    @PutMapping("/{id}")
    @Scope("metrics:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(Actor actor, @PathVariable UUID id, @RequestBody Wanted wanted) {
        dashboards.find(actor, id);
        dashboards.change(actor, id, wanted.written());
    }

    /** Deletes a dashboard of one's own. */
    @DeleteMapping("/{id}")
    @Scope("metrics:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable UUID id) {
        dashboards.delete(actor, id);
    }
}
