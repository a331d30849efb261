package no.torg.insight.views;

/**
 * A period in the figures.
 *
 * @param label "uke 46"
 * @param way   to the figures of it alone
 * @param href the very cases that were opened in it
 * @param closedHref those that were resolved in it
 * @param openHref those that were open when it ended
 */
public record Week(String label, String way, long opened, long closed, long open, String href, String closedHref, String openHref) {}
