package no.torg.web;

/** A link in the frame. Those of a place are sorted by order; the text is a message key, the icon a symbol of {@code icons.svg}. */
public record MenuItem(Place place, int order, String key, String href, String icon) {
    /** Where in the frame: the head of the portal, the menu of the person, or the top of the work pages' side. */
    public enum Place { PORTAL, PERSON, WORK }
}
