package no.torg;

import no.torg.verbs.Verbs;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Torg's start: with no word it serves pages, with a verb it does that and stops. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Torg {

    private static final String[] QUIETLY = {"--logging.level.root=warn", "--logging.level.no.torg.postgres=info", "--torg.database.attach=true"};

    /** Serves until stopped, or runs the verb named first and exits with its outcome (0: done). */
    public static void main(String[] arguments) {
        var application = new SpringApplication(Torg.class);
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            application.run(arguments);
            return;
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        // a verb waits for nothing that it does not use: help and db-setup need no database
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        int outcome;
        try (var context = application.run(QUIETLY)) {
            outcome = context.getBean(Verbs.class).run(arguments);
        }
        System.exit(outcome);
    }
}
