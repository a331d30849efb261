package no.torg.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections of {@code torg_app} to work that is bound to a tenant, and to no other. The setting that row security reads is checked
 * on every lending: a stale one would silently show the other tenant's rows.
 */
class TenantDataSource extends DelegatingDataSource {

    private final Map<Connection, Integer> bound = Collections.synchronizedMap(new WeakHashMap<>());

    TenantDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var tenant = Tenant.current().id();
        var lent = super.getConnection();
        try {
            bind(lent, tenant);
            return lent;
        } catch (SQLException | RuntimeException failed) {
            lent.close();
            throw failed;
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("One login only");
    }

    private void bind(Connection lent, int tenant) throws SQLException {
        var physical = lent.unwrap(org.postgresql.jdbc.PgConnection.class);
        var before = bound.get(physical);
        if (before != null && before == tenant) {
            return;
        }
        bound.remove(physical);
        try (var set = lent.prepareStatement("select set_config('torg.tenant', ?, false)")) {
            set.setString(1, Integer.toString(tenant));
            set.execute();
        }
        bound.put(physical, tenant);
    }
}
