package no.torg.web.views;

/** A state, in the words of the service it belongs to. */
public record State(Mark mark, String text) {
    /** How a state looks: never by colour alone. */
    public enum Mark {
        NEW("info", "st-new"), WORK("accent", "st-work"), WAITS_FOR_YOU("warning", "st-wait"), WAITS("neutral", "st-wait"),
        DONE("success", "st-done"), CLOSED("neutral", "st-closed");

        private final String color;
        private final String icon;

        Mark(String color, String icon) {
            this.color = color;
            this.icon = icon;
        }

        public String color() {
            return color;
        }

        public String icon() {
            return icon;
        }
    }
}
