package no.torg.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class DownloadTest {

    @ParameterizedTest
    @CsvSource({"image/png, inline", "image/jpeg, inline", "image/gif, inline", "image/webp, inline", "application/pdf, inline", "image/heic, attachment",
        "image/svg+xml, attachment", "text/html, attachment", "text/plain, attachment", "message/rfc822, attachment", "application/zip, attachment"})
    void only_pictures_and_pdf_show_in_place(String mediaType, String way) {
        var headers = Download.headers("a.b", mediaType);
        assertThat(headers.getContentDisposition().getType()).isEqualTo(way);
        assertThat(headers.getContentType()).hasToString(mediaType);
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(headers.getFirst("Content-Security-Policy").endsWith("sandbox")).isEqualTo(!mediaType.equals("application/pdf"));
    }

    @Test
    void a_name_stays_a_name() {
        var disposition = Download.headers("søknad \"1\";\r\nSet-Cookie: x=y.pdf", "application/pdf").getFirst(HttpHeaders.CONTENT_DISPOSITION);
        assertThat(disposition).startsWith("inline; ").endsWith("filename*=UTF-8''s%C3%B8knad%20_1_%3BSet-Cookie_%20x%3Dy.pdf").doesNotContain("\r", "\n");
    }
}
