package no.torg.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the pages.
 *
 * @param strictMessages a missing text is a fault instead of showing its key; on in tests
 * @param atOnce how many pages are made at the same time; 0 lets the number of processors decide
 */
@ConfigurationProperties("torg.web")
record WebSettings(boolean strictMessages, int atOnce) {}
