package no.torg.tenancy;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A data controller's installation: a university, or a municipality with all its agencies. */
public record Tenant(int id, String slug, String name, String theme, ZoneId zone, Map<String, String> contact) {

    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

    private static final Field<Integer> ID = CustomField.of("tenant", SQLDataType.INTEGER, context -> {
        if (!Piece.tenant(context)) {
            context.visit(DSL.val(current().id()));
        }
    });

    /** Off only in the test that shows row security alone to hold. */
    static volatile boolean explicitConditions = true;

    /** The tenant this thread works for; none bound is a fault in our own code. */
    public static Tenant current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No tenant is bound"));
    }

    /** Whether this thread works for a tenant. */
    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /** Does the work as this tenant and gives what it gave. */
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Does the work as this tenant and gives what it gave. */
    public <T> T ask(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does the work as this tenant. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** The number of the tenant that is bound when the statement is written out. */
    static Field<Integer> number() {
        return ID;
    }

    /**
     * The explicit condition beside row security: the row is the bound tenant's. Who that is, is asked each time the statement is written
     * out, so that a condition kept in a constant never keeps a tenant.
     */
    public static Condition owns(Field<Integer> tenantId) {
        return CustomCondition.of(context -> context.visit(explicitConditions ? tenantId.eq(ID) : DSL.trueCondition()));
    }
}
