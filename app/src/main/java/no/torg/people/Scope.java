package no.torg.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an API token must be granted to reach the handler, as {@code cases:read}; a signed-in browser has all. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scope {

    /** The scope's name. */
    String value();
}
