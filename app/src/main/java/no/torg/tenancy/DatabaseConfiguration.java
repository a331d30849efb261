package no.torg.tenancy;

import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds or starts the database, brings it to the newest form, and makes the pools. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Cluster cluster(DatabaseSettings settings) {
        return settings.url() == null ? Cluster.embedded(settings) : Cluster.external(settings);
    }

    @Bean(destroyMethod = "close")
    Pools pools(Cluster cluster, DatabaseSettings settings) {
        return new Pools(pool(cluster, "torg_app", cluster.appPassword(), settings.connections()),
                pool(cluster, "torg_worker", cluster.workerPassword(), 2),
                pool(cluster, "torg_app", cluster.appPassword(), 1));
    }

    @Bean
    DataSource dataSource(Pools pools) {
        return new TenantDataSource(pools.app());
    }

    @Bean
    Database database(Cluster cluster, Pools pools, DataSource dataSource) {
        return new Database(dataSource, jooq(pools.worker()), jooq(pools.global()), cluster.embedded(), cluster.madeNow());
    }

    private static DSLContext jooq(DataSource source) {
        return DSL.using(source, SQLDialect.POSTGRES, new Settings().withRenderCatalog(false));
    }

    private static HikariDataSource pool(Cluster cluster, String user, String password, int size) {
        var config = new HikariConfig();
        config.setPoolName(user + (size == 1 ? "-global" : ""));
        config.setJdbcUrl(cluster.url());
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // a new connection plans every statement anew and finds its way in PostgreSQL's memory page by page
        config.setMaxLifetime(Duration.ofHours(2).toMillis());
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(30_000);
        config.addDataSourceProperty("ApplicationName", "torg");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // our statements take longer to plan than to run, and each is written for one way to its rows: planned once a connection (docs/adr/0010)
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        config.addDataSourceProperty("prepareThreshold", "1");
        return new HikariDataSource(config);
    }

    record Pools(HikariDataSource app, HikariDataSource worker, HikariDataSource global) implements AutoCloseable {

        @Override
        public void close() {
            app.close();
            worker.close();
            global.close();
        }
    }
}
