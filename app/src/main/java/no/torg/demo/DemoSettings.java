package no.torg.demo;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether a new embedded database gets the demo world, and where the services that ship lie. To
 * {@code train} is to use the pages once after the start and stop: how the build makes the start-up cache.
 */
@ConfigurationProperties("torg.demo")
record DemoSettings(@DefaultValue("true") boolean firstStart, @DefaultValue("services") Path services, @DefaultValue("data") Path data, @DefaultValue("false") boolean train) {
}
