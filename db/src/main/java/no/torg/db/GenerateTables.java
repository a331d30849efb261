package no.torg.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

import no.torg.postgres.EmbeddedPostgres;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Run by the build: migrates an empty PostgreSQL and writes the table classes, unless the migrations and the types are as they were. */
final class GenerateTables {

    private static final ForcedType MOMENTS = new ForcedType().withUserType(Instant.class.getName()).withBinding(InstantBinding.class.getName())
            .withIncludeTypes("timestamp with time zone|timestamptz");

    private GenerateTables() {
    }

    public static void main(String[] arguments) throws Exception {
        var migrations = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var stamp = target.resolve("migrations.sha256");
        var print = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(print)) {
            return;
        }
        var folder = Files.createTempDirectory("torg-tables");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            Migrations.migrate(postgres.url("torg"), postgres.ownerUser(), postgres.ownerPassword());
            GenerationTool.generate(configuration(postgres, target));
        } finally {
            deleteTree(folder);
        }
        Files.writeString(stamp, print);
    }

    private static Configuration configuration(EmbeddedPostgres postgres, Path target) {
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withIncludes(".*")
                .withExcludes("pg_catalog\\..*|information_schema\\..*|flyway\\..*|public\\..*|number_.*")
                .withOutputSchemaToDefault(false)
                .withForcedTypes(MOMENTS);
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(postgres.url("torg")).withUser(postgres.ownerUser()).withPassword(postgres.ownerPassword()))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false).withComments(false)
                                .withImplicitJoinPathsToOne(false).withImplicitJoinPathsToMany(false).withImplicitJoinPathTableSubtypes(false)
                                .withRoutines(false).withGlobalTableReferences(true).withGlobalCatalogReferences(false))
                        .withTarget(new Target().withPackageName("no.torg.db").withDirectory(target.toString()).withClean(true)));
    }

    private static String fingerprint(Path migrations) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(MOMENTS.toString().getBytes(StandardCharsets.UTF_8));
        try (var files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
