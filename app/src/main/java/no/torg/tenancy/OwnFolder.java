package no.torg.tenancy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder on disk in which nobody but the user that Torg runs as may look, for others pass through the data folder. */
public final class OwnFolder {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private OwnFolder() {
    }

    /** Makes the folder where it is missing, and takes from others what they may do in it; a system without such rights is left as it is, and a folder of somebody else's. */
    public static Path made(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix") && !Files.getPosixFilePermissions(folder).equals(OWN)) {
            shut(folder);
        }
        return folder;
    }

    private static void shut(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, OWN);
        } catch (IOException notOurs) {
            LOG.warn("Others may look into {}, for its rights are not Torg's to change", folder, notOurs);
        }
    }
}
