package no.torg.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.Files.walk;
import static no.torg.db.files.Tables.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Actor;
import no.torg.people.TestSessions;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Files on their way in: taken, refused, used once, and swept when nobody used them. */
@TorgTest
class UploadsTest {

    private static final String FORM = "multipart/form-data; boundary=gr3nse";
    private static final long HUGE = DataSize.ofMegabytes(300).toBytes();

    @Autowired
    private World world;

    @Autowired
    private TestSessions sessions;

    @Autowired
    private Uploads uploads;

    @Autowired
    private FilesSettings settings;

    @Autowired
    private DSLContext db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void a_file_is_received_and_only_its_sender_may_throw_it_away() throws IOException {
        var browser = world.browser("ingrid-hauge");
        var sent = browser.send("POST", "/uploads", FORM, form(browser.csrf(), "søknad.pdf", Samples.pdf()));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(sent.json().get("name").asString()).isEqualTo("søknad.pdf");
        assertThat(sent.json().get("size").asLong()).isEqualTo(Samples.pdf().length);
        var id = sent.json().get("id").asString();
        for (var stranger : new String[] {"oda-myhre", "solheim:stig-roen"}) {
            assertThat(world.api(stranger).send("DELETE", "/api/files/" + id, null).status()).as(stranger).isEqualTo(404);
        }
        var token = browser.with("X-XSRF-TOKEN", browser.csrf());
        assertThat(token.send("DELETE", "/uploads/" + id, null).status()).isEqualTo(204);
        assertThat(token.send("DELETE", "/uploads/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void the_api_takes_a_form_or_the_bytes_with_a_token_that_may() throws IOException {
        var api = world.api("ingrid-hauge", "files:write");
        assertThat(api.send("POST", "/api/files", FORM, form(null, "a.txt", "hei".getBytes(UTF_8))).status()).isEqualTo(201);
        assertThat(api.send("POST", "/api/files?name=a.txt", "text/plain", "hei".getBytes(UTF_8)).status()).isEqualTo(201);
        assertThat(world.api("ingrid-hauge", "cases:read").send("POST", "/api/files?name=a.txt", "text/plain", "hei".getBytes(UTF_8)).status()).isEqualTo(403);
        assertThat(world.stranger("fjordvik").with("Authorization", "Bearer x").send("POST", "/api/files?name=a.txt", "text/plain", new byte[1]).status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_with_a_file_is_told_by_its_name() throws IOException {
        var large = new byte[(int) settings.maxSize().toBytes() + 1];
        var program = "MZ\220\0\3\0\0\0\4\0\0\0\377\377\0\0".getBytes(ISO_8859_1);
        assertThat(refusal("tom.pdf", new byte[0])).isEqualTo("409 files.upload.empty");
        assertThat(refusal("regning.exe", program)).isEqualTo("409 files.upload.type-not-allowed");
        assertThat(refusal("regning.pdf", program)).startsWith("409 files.upload.");
        assertThat(refusal("regning.txt", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8))).isEqualTo("409 files.upload.program");
        assertThat(refusal("stor.txt", large)).isEqualTo("413 files.upload.too-large");
        var page = world.browser("ingrid-hauge");
        var form = form(page.csrf(), "stor.txt", large);
        var told = page.with("Accept", "application/json").send("POST", "/uploads", FORM, form);
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.body()).contains("stor.txt").contains("25");
    }

    @Test
    void a_request_over_the_limit_is_answered_before_it_has_all_come() throws IOException {
        var cookie = "Cookie: torg-session=" + world.browser("ingrid-hauge").cookie("torg-session");
        var page = begun("/cases/2026-000001/messages", FORM, cookie, "</html>");
        assertThat(page).startsWith("HTTP/1.1 413").contains("text/html").contains("Filen er for stor");
        var form = begun("/services/it-service-desk/requests", "application/x-www-form-urlencoded", cookie, "</html>");
        assertThat(form).startsWith("HTTP/1.1 413").contains("text/html");
        var problem = begun("/api/files", FORM, token("ingrid-hauge"), "}");
        assertThat(problem).startsWith("HTTP/1.1 413").contains("application/problem+json").contains("web.error.413");
        assertThat(world.api("ingrid-hauge").send("POST", "/api/files", FORM, "hei".getBytes(UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void a_stranger_is_told_to_sign_in_before_a_large_form_has_come() throws IOException {
        for (var header : new String[] {"X: y", "Cookie: torg-session=ended", "Authorization: Bearer x"}) {
            var page = begun("/cases/2026-000001/messages", FORM, header, "</html>");
            assertThat(page).as(header).startsWith("HTTP/1.1 401").contains("text/html").contains("Logg inn i et nytt vindu").contains("/sign-in");
        }
        for (var type : new String[] {FORM, "multipart/mixed; boundary=gr3nse", "Multipart/Form-Data"}) {
            assertThat(begun("/uploads", type, "Accept: application/json", "}")).as(type).startsWith("HTTP/1.1 401").contains("web.form.sign-in-first");
        }
        assertThat(begun("/api/files", FORM, "X: y", "}")).startsWith("HTTP/1.1 401").contains("application/problem+json").contains("WWW-Authenticate");
        assertThat(world.stranger("fjordvik").sendInPieces("POST", "/uploads", FORM, new ByteArrayInputStream(form(null, "a.txt", "hei".getBytes(UTF_8)))).status()).isEqualTo(401);
        // what has room is kept while one signs in
        var kept = world.stranger("fjordvik").post("/cases/2026-000001/messages", Client.file("files", "a.txt", "hei".repeat(300_000)), "body", "Lang tekst ".repeat(50_000));
        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.body()).contains("Lang tekst Lang tekst").contains("kept.body");
    }

    @Test
    void what_one_person_has_sent_and_not_used_has_a_bound() throws IOException {
        var api = world.api("eskil-rud");
        var id = UUID.fromString(api.send("POST", "/api/files?name=a.txt", "text/plain", "hei".getBytes(UTF_8)).json().get("id").asString());
        size(id, settings.maxUnusedSize().toBytes());
        var refused = api.send("POST", "/api/files?name=b.txt", "text/plain", "hei".getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("files.upload.too-much");
        assertThat(refused.json().get("title").asString()).contains("500 MB").contains("500 filer");
        assertThat(api.send("DELETE", "/api/files/" + id, null).status()).isEqualTo(204);
        assertThat(api.send("POST", "/api/files?name=b.txt", "text/plain", "hei".getBytes(UTF_8)).status()).as("thrown away, and still on the disk").isEqualTo(409);
        assertThat(api.send("DELETE", "/api/files/" + id, null).status()).as("thrown away twice").isEqualTo(404);
        assertThat(world.api("oda-myhre").send("POST", "/api/files?name=b.txt", "text/plain", "hei".getBytes(UTF_8)).status()).as("another person").isEqualTo(201);
        size(id, settings.maxUnusedSize().toBytes() - 1);
        assertThat(api.send("POST", "/api/files?name=b.txt", "text/plain", "hei".getBytes(UTF_8)).status()).isEqualTo(201);
        world.at("fjordvik:", () -> db.deleteFrom(UPLOAD).where(UPLOAD.PERSON_ID.eq(world.person("eskil-rud"))).execute());
    }

    private void size(UUID upload, long bytes) {
        world.at("fjordvik:", () -> db.update(UPLOAD).set(UPLOAD.SIZE, bytes).where(UPLOAD.ID.eq(upload)).execute());
    }

    private String token(String person) {
        return "Authorization: Bearer " + world.at("fjordvik:", () -> sessions.token(world.person(person), List.of("files:write")));
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        var person = "eskil-rud";
        var token = token(person);
        for (var path : new String[] {"/api/files?name=halv.txt", "/api/files"}) {
            try (var socket = new Socket("127.0.0.1", world.browser(person).port())) {
                socket.getOutputStream().write(head(path, path.contains("?") ? "text/plain" : FORM, 100_000, token));
                socket.getOutputStream().write(form(null, "halv.txt", new byte[50_000]));
                socket.getOutputStream().flush();
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> parts() == 0);
        assertThat(mine(person)).isZero();
    }

    @Test
    void files_are_used_once_by_their_sender_and_not_if_the_rest_fails() {
        var ingrid = world.actor("ingrid-hauge");
        var oda = world.actor("oda-myhre");
        world.at("fjordvik:", () -> {
            var one = received(ingrid, "en").id();
            var other = received(oda, "to").id();
            for (var wrong : List.of(other, UUID.randomUUID())) {
                assertThatThrownBy(() -> use(ingrid, List.of(one, wrong))).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.key()).isEqualTo("files.upload.unknown"));
            }
            assertThat(uploads.mine(ingrid, List.of(other, one))).extracting(Upload::id).containsExactly(one);
            assertThat(use(ingrid, List.of(one, one))).extracting(Upload::name).containsExactly("en.txt");
            assertThatThrownBy(() -> use(ingrid, List.of(one))).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> uploads.forget(ingrid, one)).isInstanceOf(NotFound.class);
            var many = Stream.generate(UUID::randomUUID).limit(settings.maxPerMessage() + 1).toList();
            assertThatThrownBy(() -> use(ingrid, many)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.key()).isEqualTo("files.upload.too-many"));
            return null;
        });
        world.at("solheim:", () -> {
            var stig = world.actor("solheim:stig-roen");
            var theirs = received(stig, "tre").id();
            return world.at("fjordvik:", () -> assertThatThrownBy(() -> use(ingrid, List.of(theirs))).isInstanceOf(Refused.class));
        });
    }

    private List<Upload> use(Actor actor, List<UUID> ids) {
        return new TransactionTemplate(transactions).execute(status -> uploads.use(actor, ids, UUID.randomUUID()));
    }

    private Upload received(Actor actor, String text) {
        return uploads.receive(actor, new ByteArrayInputStream(text.getBytes(UTF_8)), text + ".txt");
    }

    private String refusal(String name, byte[] bytes) throws IOException {
        var answer = world.api("ingrid-hauge").send("POST", "/api/files", FORM, form(null, name, bytes));
        assertThat(answer.json().get("title").asString()).contains(name);
        return answer.status() + " " + answer.json().get("code").asString();
    }

    /** What is answered to a request of which only the beginning was sent. */
    private String begun(String path, String type, String header, String end) throws IOException {
        try (var socket = new Socket("127.0.0.1", world.browser("ingrid-hauge").port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(path, type, HUGE, header));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            var in = socket.getInputStream();
            for (int read; !answer.toString(UTF_8).contains(end) && (read = in.read()) >= 0; ) {
                answer.write(read);
            }
            return answer.toString(UTF_8);
        }
    }

    private static byte[] head(String path, String type, long length, String header) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n" + header + "\r\n\r\n").getBytes(UTF_8);
    }

    private static byte[] form(String csrf, String name, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        if (csrf != null) {
            out.write(("--gr3nse\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n").getBytes(UTF_8));
        }
        out.write(("--gr3nse\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write("\r\n--gr3nse--\r\n".getBytes(UTF_8));
        return out.toByteArray();
    }

    private int mine(String person) {
        return world.at("fjordvik:", () -> db.fetchCount(UPLOAD, UPLOAD.PERSON_ID.eq(world.person(person))));
    }

    private long parts() throws IOException {
        try (var all = walk(settings.folder())) {
            return all.filter(file -> file.toString().endsWith(".part")).count();
        }
    }
}
