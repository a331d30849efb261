package no.torg.insight.views;

/** Where a table is to be had as files. */
public record Files(String csv, String excel) {}
