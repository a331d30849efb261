package no.torg.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept-alive HTTP connection that costs next to nothing, so that the generator does not eat what it measures. */
final class Wire implements AutoCloseable {

    private final int port;
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int end;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** What stands in quotes right before the last place where these letters stand; empty where they do not. */
        String quotedBefore(String letters) {
            var sought = letters.getBytes(StandardCharsets.UTF_8);
            for (int at = body.length - sought.length; at > 0; at--) {
                if (body[at] == sought[0] && Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                    int from = at;
                    while (from > 0 && body[from - 1] != '"') {
                        from--;
                    }
                    return new String(body, from, at - from, StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    Answer get(String path, String headers) throws IOException {
        return send("GET", path, headers, new byte[0]);
    }

    Answer post(String path, String headers, byte[] body) throws IOException {
        return send("POST", path, headers + "Content-Type: application/json\r\n", body);
    }

    private Answer send(String method, String path, String headers, byte[] body) throws IOException {
        if (socket == null || socket.isClosed()) {
            open();
        }
        try {
            var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + (body.length > 0 || method.equals("POST") ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
            var out = new ByteArrayOutputStream(head.length() + body.length);
            out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(body);
            socket.getOutputStream().write(out.toByteArray());
            return read();
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = socket.getInputStream();
        at = 0;
        end = 0;
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            } else if (lower.startsWith("connection:") && lower.contains("close")) {
                last = true;
            }
        }
        var answer = new Answer(status, chunked ? chunks() : length <= 0 ? new byte[0] : bytes(length));
        if (last) {
            close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = read(buffer, 0, buffer.length);
        }
        return buffer[at++];
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        int have = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, 0, have);
        at += have;
        while (have < length) {
            have += read(bytes, have, length - have);
        }
        return bytes;
    }

    private int read(byte[] into, int from, int most) throws IOException {
        int read = in.read(into, from, most);
        if (read < 0) {
            throw new IOException("The server hung up");
        }
        return read;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // it is closed either way
        }
        socket = null;
    }
}
