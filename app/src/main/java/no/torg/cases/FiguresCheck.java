package no.torg.cases;

import java.io.PrintStream;
import java.util.List;

import no.torg.metrics.Recount;
import no.torg.metrics.Recount.Counting;
import no.torg.metrics.Recount.Report;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import org.springframework.beans.factory.ObjectProvider;

/** {@code ./torg figures check}: counts every figure anew from the log, tenant by tenant, and tells what differs. */
@Called(name = "figures check", usage = "[--tenant T]", does = "count all figures anew from the log and tell what differs")
public class FiguresCheck implements Verb {

    private final Recount recount;
    private final CaseFigures figures;
    private final ObjectProvider<Counting> counting;
    private final Tenants tenants;

    FiguresCheck(Recount recount, CaseFigures figures, ObjectProvider<Counting> counting, Tenants tenants) {
        this.recount = recount;
        this.figures = figures;
        this.counting = counting;
        this.tenants = tenants;
    }

    /** The bound tenant's figures beside what its log says. */
    public Report compare() {
        return recount.compare(CaseFigures.PREFIX, figures, counting.getObject());
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        long differing = 0;
        for (var tenant : asked(arguments)) {
            differing += tell(tenant, out);
        }
        if (differing > 0) {
            throw new IllegalStateException("The figures differ from the log.");
        }
    }

    private List<Tenant> asked(Arguments arguments) {
        if (!arguments.options().containsKey("tenant")) {
            return tenants.all();
        }
        var slug = arguments.option("tenant");
        return List.of(tenants.bySlug(slug).orElseThrow(() -> new Misuse("There is no tenant " + slug)));
    }

    private long tell(Tenant tenant, PrintStream out) {
        var report = new Report[1];
        tenant.run(() -> report[0] = compare());
        out.printf("%s: %d events counted anew, %s%n", tenant.slug(), report[0].events(),
                report[0].differing() == 0 ? "no difference" : report[0].differing() + " measures by service, team and month differ");
        report[0].differences().forEach(one -> out.printf("  %s %s, service %s, team %s, %s: kept %d, counted %d%n", one.day(), one.measure(), one.scope(),
                one.part(), one.value(), one.kept(), one.counted()));
        return report[0].differing();
    }
}
