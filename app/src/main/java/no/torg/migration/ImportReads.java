package no.torg.migration;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import no.torg.migration.Findings.Report;
import no.torg.migration.Runs.Rejected;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.people.Administration;
import org.springframework.stereotype.Component;

/** How imports stand and what they found, for administrators. */
@Component
class ImportReads {

    private final Runs runs;
    private final Findings findings;
    private final SourceCatalogue services;
    private final Incoming incoming;

    ImportReads(Runs runs, Findings findings, SourceCatalogue services, Incoming incoming) {
        this.runs = runs;
        this.findings = findings;
        this.services = services;
        this.incoming = incoming;
    }

    List<Run> newest(Actor actor, int limit) {
        Administration.require(actor);
        return runs.newest(limit);
    }

    /** The import with {@code limit} of its rejected records after one, and the values that its mapping does not name. */
    Report report(Actor actor, UUID id, long after, int limit) {
        Administration.require(actor);
        return findings.report(id, after, limit);
    }

    /** All rejected records, whole, given on one by one while no connection is held. */
    void each(Actor actor, UUID id, Consumer<Rejected> taker) {
        Administration.require(actor);
        findings.each(id, taker);
    }

    /** Whether nobody owns the service that the cases of an import are of, which is done. */
    boolean unowned(Actor actor, Run run) {
        Administration.require(actor);
        return run.state().equals("done") && run.counts().cases() > 0 && !services.owned(MappingReader.read(run.mapping()));
    }

    /** Whether the file of a trial is here still, so that it can be imported. */
    boolean kept(Actor actor, Run run) {
        Administration.require(actor);
        return run.trial() && run.state().equals("tried") && incoming.find(run.id()).isPresent();
    }
}
