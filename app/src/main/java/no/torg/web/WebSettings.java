package no.torg.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the pages.
 *
 * @param strictMessages a missing text is a fault instead of showing its key; on in tests
 */
@ConfigurationProperties("torg.web")
record WebSettings(boolean strictMessages) {}
