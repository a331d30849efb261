package no.torg.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Uses the pages as people do, once, so that the Java machine can note what a start needs; for the start-up cache that the build makes. */
final class Training {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CASE = Pattern.compile("href=\"(/(?:work/)?cases/[0-9-]+)\"");
    private static final List<String> PAGES = List.of("/", "/services", "/me", "/search?q=konto", "/work", "/work?way=teams&sort=due", "/notifications", "/api/services");

    private final String address;
    private final String password;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1).build();

    Training(int port, String password) {
        this.address = "http://localhost:" + port;
        this.password = password;
    }

    /** Signs in as each and looks at the pages, several times over. */
    void run(List<String> mails) throws IOException, InterruptedException {
        for (var mail : mails) {
            var token = CSRF.matcher(get("/sign-in"));
            if (token.find()) {
                post("/sign-in", "_csrf=" + encoded(token.group(1)) + "&mail=" + encoded(mail) + "&password=" + encoded(password) + "&next=/me");
            }
            for (int i = 0; i < 5; i++) {
                for (var page : PAGES) {
                    var found = CASE.matcher(get(page));
                    if (found.find()) {
                        get(found.group(1));
                    }
                }
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body();
    }

    private void post(String path, String form) throws IOException, InterruptedException {
        browser.send(HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
