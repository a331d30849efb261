package no.torg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's application a data folder of its own under target. */
public class TestFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where the project lies. */
    public static final Path PROJECT = (Files.exists(Path.of("services")) ? Path.of("") : Path.of("..")).toAbsolutePath().normalize();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(PROJECT.resolve("app/target/test-data")), "run");
            TestPropertyValues.of("torg.database.data=" + data, "torg.files.folder=" + data.resolve("files"), "torg.demo.data=" + data,
                    "torg.search.folder=" + data.resolve("search"), "torg.demo.services=" + PROJECT.resolve("services")).applyTo(context);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
