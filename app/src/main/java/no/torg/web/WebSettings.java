package no.torg.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pages.
 *
 * @param strictMessages a missing text is a fault instead of showing its key; on in tests
 * @param atOnce how many pages are made at the same time; 0 lets the number of processors decide
 * @param proxy addresses or names of the proxies before Torg that are believed; none when empty
 */
@ConfigurationProperties("torg.web")
record WebSettings(boolean strictMessages, int atOnce, @DefaultValue List<String> proxy) {}
