package no.torg.tenancy;

import javax.sql.DataSource;

import org.jooq.DSLContext;

/**
 * The database's doors by login. {@code app} is row-secured and needs a bound tenant; {@code worker} reads the log across tenants;
 * {@code global} is for the few tables that are no tenant's. {@code madeNow} tells that this start made the embedded cluster.
 */
public record Database(DataSource app, DSLContext worker, DSLContext global, boolean embedded, boolean madeNow) {
}
