package no.torg.catalog;

import java.util.Arrays;

import no.torg.web.NotFound;
import no.torg.web.OpenToAll;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The format of services' folders, for whoever writes one. */
@RestController
class SchemaApi {

    /** Shows the JSON Schema of service.yaml (service), of texts (texts) or of tests (tests); open to all. */
    @OpenToAll
    @GetMapping("/api/schemas/{name}")
    JsonNode schema(@PathVariable String name) {
        var plain = name.replaceFirst("\\.schema\\.json$", "");
        return Arrays.stream(Schemas.values()).filter(schema -> schema.plainName().equals(plain)).findFirst().orElseThrow(() -> new NotFound("schema")).document();
    }
}
