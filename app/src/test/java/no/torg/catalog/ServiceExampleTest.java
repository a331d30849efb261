package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The example is the format's contract: it must be read and pass its own tests as it stands. */
class ServiceExampleTest {

    @Test
    void the_example_of_the_design_is_read_and_passes_its_tests() {
        var example = Folders.shared().resolve("design/service-example");
        assumeTrue(Files.isDirectory(example), "the design's service-example is not at " + example + "; name its folder by TORG_SHARED");
        var reading = ServiceFolder.read(example, Folders.SETUP.with(Set.of("rooms-and-equipment"), Set.of("student", "employee")));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orThrow().tests()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ServiceFolder.read(example, Folders.SETUP.with(Set.of("other"), Set.of("student"))).problems()).hasSize(1);
    }
}
