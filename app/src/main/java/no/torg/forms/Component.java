package no.torg.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a form, as form-js names them; what its record says has been checked when the form was read. */
public sealed interface Component {

    /** What all pieces have. */
    Head head();

    /** A piece that is answered; its head has a key. */
    sealed interface Field extends Component {}

    /**
     * What all pieces have: {@code id} survives rewording and moving, {@code key} names the answer (empty if it has none), label and description are in
     * the form's main language, {@code hide} is true when the piece is not asked, {@code line} is where it stands in the file.
     */
    record Head(String id, String key, String label, String description, boolean required, @Nullable Feel hide, int line) {}

    /** A choice: what is stored, and its label in the main language. */
    record Choice(String value, String label) {}

    /** Pieces under one heading; at the top of the form it is a page. */
    record Group(Head head, List<Component> components) implements Component {}

    /** Text that is read, not answered. */
    record TextView(Head head, String text) implements Component {}

    /** The same fields answered several times, in at most {@link #MOST} rows; {@code first} is how many empty rows are shown at first. */
    record Rows(Head head, List<Component> components, int first) implements Field {
        static final int MOST = 50;
    }

    /** Text of one or several lines; lengths are in characters. */
    record TextField(Head head, Kind kind, int minLength, int maxLength) implements Field {

        /** What the text must be. */
        public enum Kind { LINE, LINES, EMAIL, PHONE, ORGANISATION_NUMBER, POSTCODE }
    }

    /** A number; {@code decimals} is the most it may have, -1 for as many as wanted. */
    record NumberField(Head head, @Nullable BigDecimal min, @Nullable BigDecimal max, int decimals) implements Field {}

    /** A date, a time or both, in the asker's zone; the limits are expressions that give a date, a time or a moment. */
    record DateField(Head head, Kind kind, @Nullable Feel earliest, @Nullable Feel latest) implements Field {

        /** What is asked for. */
        public enum Kind { DATE, TIME, DATE_TIME }
    }

    /** One of several choices, from a drop-down list or as radio buttons. */
    record ChoiceField(Head head, List<Choice> choices, boolean radio) implements Field {}

    /** Any number of the choices. */
    record Checklist(Head head, List<Choice> choices) implements Field {}

    /** Yes, or nothing; required means that it must be yes. */
    record Checkbox(Head head) implements Field {}

    /** Files, named by whoever keeps them; {@code accept} lists endings and media types as HTML has them. */
    record FilePicker(Head head, boolean multiple, String accept) implements Field {
        static final int MOST = 20;
    }

    /** A person or a unit of the organisation; a person has one of the affiliations, if any are listed. */
    record Picker(Head head, Kind kind, Set<String> affiliations) implements Field {

        /** Who is picked. */
        public enum Kind { PERSON, UNIT }
    }
}
