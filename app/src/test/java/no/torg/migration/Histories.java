package no.torg.migration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Verbs;
import org.springframework.boot.test.context.TestComponent;

/** Empty organisations with logs brought into them by the verb, as an operator does. */
@TestComponent
class Histories {

    private final Verbs verbs;
    private final Tenants tenants;

    Histories(Verbs verbs, Tenants tenants) {
        this.verbs = verbs;
        this.tenants = tenants;
    }

    /** What a verb ended with and printed. */
    record Said(int code, String out, String err) {
    }

    Tenant tenant(String slug, String zone) {
        said("tenant", "add", slug, "--name", "Arkivet " + slug, "--theme", "solheim", "--host", slug + ".localhost", "--admin-mail", "adm@" + slug + ".no", "--admin-name", "Ada Adm",
                "--zone", zone);
        return tenants.bySlug(slug).orElseThrow();
    }

    Said bring(Tenant tenant, Path mapping, Path log, String... more) {
        var typed = new ArrayList<>(List.of("import", "eventlog", "--tenant", tenant.slug(), "--owner", "adm@" + tenant.slug() + ".no", "--mapping", mapping.toString()));
        typed.addAll(List.of(more));
        typed.add(log.toString());
        return said(typed.toArray(String[]::new));
    }

    Said said(String... typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = verbs.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), typed);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String kpi(Tenant tenant) {
        return said("kpi", "--format", "json", "--tenant", tenant.slug()).out();
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
