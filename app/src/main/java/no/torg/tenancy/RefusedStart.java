package no.torg.tenancy;

import no.torg.postgres.EmbeddedPostgresRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in its one sentence why the database cannot be started, as that another process holds the data, instead of a page of stack. */
class RefusedStart extends AbstractFailureAnalyzer<EmbeddedPostgresRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedPostgresRefused refused) {
        return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
    }
}
