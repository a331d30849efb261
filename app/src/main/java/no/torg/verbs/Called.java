package no.torg.verbs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Component;

/** What a {@link Verb} is called by and what follows; known without making the verb, whose doors may need the database. */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Called {

    /** The words it is called by, as {@code service import}. */
    String name();

    /** What follows them: words in capitals, then options, as {@code DIR [--tenant T]}; nothing else is taken. */
    String usage() default "";

    /** What it does, in a few words for {@code ./torg help}. */
    String does();
}
