package no.torg;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the running application: one server for all such tests, on a real PostgreSQL of its own with the demo world's people and services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Torg.class, webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"torg.demo.first-start=false", "torg.web.strict-messages=true", "logging.level.root=warn"})
@ContextConfiguration(initializers = TestFolder.class)
@Import(World.class)
public @interface TorgTest {
}
