package no.torg.catalog.views;

/** A topic of the tenant's; the icon is a symbol of {@code icons.svg}. */
public record TopicCard(String name, String note, String icon, String href) {}
