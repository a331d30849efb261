package no.torg.insight;

import java.io.PrintStream;

import no.torg.metrics.Sight;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./torg kpi}: a tenant's key figures, all cases of it. */
@Called(name = "kpi", usage = "[--format json|text] [--tenant T]", does = "tell an organisation's key figures")
class Kpi implements Verb {

    private final KeyFigureReads reads;
    private final Tenants tenants;
    private final JsonMapper json;

    Kpi(KeyFigureReads reads, Tenants tenants, JsonMapper json) {
        this.reads = reads;
        this.tenants = tenants;
        this.json = json;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var format = arguments.option("format", "text");
        if (!format.equals("json") && !format.equals("text")) {
            throw new Misuse("The format is json or text, not " + format);
        }
        tenants.of(arguments).run(() -> {
            var tree = json.valueToTree(reads.of(Sight.everything()));
            if (format.equals("json")) {
                out.println(json.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree));
            } else {
                tree.propertyStream().filter(one -> !one.getKey().equals("definitions")).forEach(one -> out.printf("%-26s %s%n", one.getKey(), one.getValue()));
            }
        });
    }
}
