package no.torg.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of this machine's own address. */
final class Ports {

    private Ports() {
    }

    /** A port below those that the system lends to outgoing connections, so that it is free again at the next start. */
    static int any() throws IOException {
        for (var attempt = 0; attempt < 200; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (free(port)) {
                return port;
            }
        }
        throw new IOException("no free port between 20000 and 32000");
    }

    static boolean free(int port) {
        if (port == 0) {
            return false;
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
