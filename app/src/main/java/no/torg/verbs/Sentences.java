package no.torg.verbs;

import java.util.List;

/** Seam: whoever knows what refusals say puts one in words for the person at the terminal. */
public interface Sentences {

    /** English sentences, one a line; none if it is no refusal that this one knows. */
    List<String> of(RuntimeException refusal);
}
