package no.torg;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A {@link TorgTest} whose world has the demo's cases too; one more server, for all such tests together. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TorgTest
@Import({Statements.class, Statements.Listening.class})
@TestPropertySource(properties = "torg.test.cases=true")
public @interface LivedIn {
}
