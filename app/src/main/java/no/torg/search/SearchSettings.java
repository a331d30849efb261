package no.torg.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where this node keeps its index: a folder of its own, on a local disk. */
@ConfigurationProperties("torg.search")
public record SearchSettings(@DefaultValue("data/search") Path folder) {
}
