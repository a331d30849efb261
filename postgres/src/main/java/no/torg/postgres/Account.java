package no.torg.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The account PostgreSQL runs under: it refuses to be root, so root hides in a user namespace or steps down to nobody. */
record Account(int uid, List<String> prefix) {

    private static final int NOBODY = 65534;

    static Account find() throws IOException {
        var self = owner(Path.of("/proc/" + ProcessHandle.current().pid()));
        if (self != 0) {
            return new Account(self, List.of());
        }
        if (Programs.succeeds("unshare", "-U", "true")) {
            return new Account(0, List.of("unshare", "-U"));
        }
        var down = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (Programs.succeeds("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true")) {
            return new Account(NOBODY, down);
        }
        throw new EmbeddedPostgresRefused("PostgreSQL will not run as root, and neither unshare nor setpriv (Debian: util-linux)"
            + " works here; start Torg as an ordinary user.");
    }

    boolean runs(ProcessHandle process) throws IOException {
        return owner(Path.of("/proc/" + process.pid())) == uid;
    }

    /** Hands a tree over to this account where it is somebody else's, as after a change from one way to the other. */
    void own(Path tree) throws IOException {
        if (owner(tree) == uid) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            // the root last: it is what tells whether the work was done
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Says early, in words, that this account can't come through to a folder. */
    void reach(Path path) throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("test", "-x", path.toString()));
        if (!Programs.succeeds(command.toArray(String[]::new))) {
            throw new EmbeddedPostgresRefused("PostgreSQL will not run as root, and its stand-in can't enter " + path
                + "; put the data (TORG_DATA) where everybody may pass, or start Torg as an ordinary user.");
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
