package no.torg.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** How bytes from strangers are sent to a browser so that they can't run: named, typed, never guessed at. */
public final class Download {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final String PDF = "application/pdf";
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'self'; sandbox";
    // the browsers' PDF viewers are pages of their own, which won't open in a sandbox or without their own styles
    private static final String VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private Download() {}

    /**
     * The headers that go with a file's bytes: its type with no sniffing, its name by RFC 6266 and RFC 5987, shown in place only if it is an
     * ordinary picture or a PDF and else saved, and a policy under which nothing in it runs.
     */
    public static HttpHeaders headers(String name, String mediaType) {
        boolean inline = PICTURES.contains(mediaType) || mediaType.equals(PDF);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(mediaType));
        headers.setContentDisposition((inline ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(FileName.of(name).text(), StandardCharsets.UTF_8).build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", mediaType.equals(PDF) ? VIEWER : NOTHING_RUNS);
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }
}
