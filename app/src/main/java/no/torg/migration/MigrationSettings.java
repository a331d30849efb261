package no.torg.migration;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where logs that were sent in wait to be read. */
@ConfigurationProperties("torg.migration")
record MigrationSettings(@DefaultValue("data/imports") Path folder) {
}
