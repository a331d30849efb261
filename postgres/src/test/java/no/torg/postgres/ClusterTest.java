package no.torg.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As much memory as the machine can spare. */
class ClusterTest {

    @Test
    void takesAnEighthOfTheMemoryWithinBounds() {
        assertThat(Cluster.settings(512)).contains("shared_buffers = 128MB", "effective_cache_size = 1024MB");
        assertThat(Cluster.settings(2_048)).contains("shared_buffers = 256MB", "effective_cache_size = 1024MB");
        assertThat(Cluster.settings(24_000)).contains("shared_buffers = 3000MB", "effective_cache_size = 12000MB");
        assertThat(Cluster.settings(1_000_000)).contains("shared_buffers = 8192MB", "effective_cache_size = 500000MB");
    }
}
