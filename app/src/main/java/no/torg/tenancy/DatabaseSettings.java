package no.torg.tenancy;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is. Without {@code url} a PostgreSQL of our own runs in the data folder; with it, {@code user} and {@code password} are
 * the owner's, and the two other logins' passwords are given or made and kept in the data folder. A verb
 * may {@code attach} to the database of a Torg that runs; one that serves must own it.
 */
@ConfigurationProperties("torg.database")
record DatabaseSettings(@Nullable String url, @Nullable String user, @Nullable String password, @Nullable String appPassword,
        @Nullable String workerPassword, @DefaultValue("data") Path data, @DefaultValue("8") int connections, @DefaultValue("false") boolean attach) {
}
