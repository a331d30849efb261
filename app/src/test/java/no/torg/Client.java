package no.torg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks HTTP to the application as a browser without JavaScript does, or as a caller of the API. Follows no redirects. */
public final class Client {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true");
    }

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "torg-part-of-a-form";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String csrf;

    Client(int port, String host) {
        this.port = port;
        this.host = host;
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<byte[]> whole) {

        /** A header's first value, or null. */
        public @Nullable String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Client cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    Client bearer(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    /** The same with one header more on each request, as Accept-Language. */
    public Client with(String name, String value) {
        var other = new Client(port, host);
        other.cookies.putAll(cookies);
        other.headers.putAll(headers);
        other.headers.put(name, value);
        return other;
    }

    /** GETs a path. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** GETs a path whose answer does not end, line by line; close it to hang up. */
    public HttpResponse<Stream<String>> open(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** POSTs a form with its CSRF token, as {@code name, value, name, value …}. */
    public Answer post(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(csrf()));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body.toString())));
    }

    /** A file to send with a form. */
    public record Upload(String field, String name, byte[] content) {
    }

    /** A text file to send with a form. */
    public static Upload file(String field, String name, String content) {
        return new Upload(field, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** POSTs a form with a file and its CSRF token, as {@code name, value, name, value …}. */
    public Answer post(String path, Upload file, String... fields) {
        return post(path, List.of(file), fields);
    }

    /** POSTs a form with files and its CSRF token. */
    public Answer post(String path, List<Upload> files, String... fields) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", csrf().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            part(body, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        files.forEach(file -> part(body, "name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"", file.content()));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Sends JSON by a method. */
    public Answer send(String method, String path, @Nullable Object body) {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        return send(request(path).header("Content-Type", "application/json").method(method, content));
    }

    /** Sends bytes of a type by a method. */
    public Answer send(String method, String path, String type, byte[] body) {
        return send(request(path).header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body)));
    }

    /** Sends bytes of a type by a method, in pieces and without telling how many they are. */
    public Answer sendInPieces(String method, String path, String type, InputStream body) {
        return send(request(path).header("Content-Type", type).method(method, BodyPublishers.ofInputStream(() -> body)));
    }

    /** Listens to a stream from now on. */
    public Heard listen(String path) {
        var heard = new Heard();
        HTTP.sendAsync(request(path).GET().build(), BodyHandlers.fromLineSubscriber(heard));
        return heard;
    }

    /** The CSRF token that this browser's forms carry. */
    public String csrf() {
        if (csrf == null) {
            csrf = CSRF.matcher(get("/sign-in").body()).results().map(found -> found.group(1)).findFirst()
                    .orElseThrow(() -> new AssertionError("No CSRF token on the sign-in page"));
        }
        return csrf;
    }

    /** Where the application answers, for other clients. */
    public int port() {
        return port;
    }

    /** The value of a cookie this browser holds, or null. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30)).header("Host", host);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), answer);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
