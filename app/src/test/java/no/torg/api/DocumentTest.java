package no.torg.api;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TorgTest
class DocumentTest {

    @Autowired
    private World world;

    @Test
    void show() throws Exception {
        var answer = world.stranger("fjordvik").get("/api/openapi.json");
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/openapi.json"), answer.body());
        System.out.println(answer.status());
        long t = System.nanoTime();
        world.stranger("fjordvik").get("/api/openapi.json");
        System.out.println((System.nanoTime() - t) / 1e6);
    }
}
