package no.torg.files;

import static no.torg.files.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.torg.web.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    private static final List<String> ALLOWED = List.of("pdf", "png", "jpg", "jpeg", "gif", "webp", "heic", "txt", "csv", "docx", "xlsx", "pptx", "odt", "ods", "odp", "eml");
    private static final FileTypes TYPES = new FileTypes(ALLOWED);

    @TempDir
    Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
            arguments("a.pdf", Samples.pdf(), "application/pdf"), arguments("a.PNG", Samples.picture("png"), "image/png"),
            arguments("a.jpg", Samples.picture("jpg"), "image/jpeg"), arguments("a.jpeg", Samples.picture("jpg"), "image/jpeg"),
            arguments("a.gif", Samples.picture("gif"), "image/gif"), arguments("a.webp", Samples.webp(), "image/webp"),
            arguments("a.heic", Samples.heic("heic"), "image/heic"), arguments("a.heic", Samples.heic("mif1"), "image/heic"),
            arguments("a.txt", "Hei, æøå 😀\n".getBytes(StandardCharsets.UTF_8), "text/plain"), arguments("a.txt", bytes("Blåbærsyltetøy\r\n"), "text/plain"),
            arguments("a.txt", "\uFEFFhei på deg".getBytes(StandardCharsets.UTF_16LE), "text/plain"), arguments("a.txt", bytes("x"), "text/plain"),
            arguments("a.txt", Samples.mail(), "text/plain"), arguments("a.csv", bytes("navn;sum\nKari;1\n"), "text/csv"),
            arguments("a.docx", Samples.ooxml(Samples.WORD), Samples.WORD), arguments("a.docx", Samples.ooxmlTurned(Samples.WORD), Samples.WORD),
            arguments("a.xlsx", Samples.ooxml(Samples.SHEET), Samples.SHEET), arguments("a.pptx", Samples.ooxml(Samples.SLIDES), Samples.SLIDES),
            arguments("a.odt", Samples.odf("text"), "application/vnd.oasis.opendocument.text"),
            arguments("a.ods", Samples.odf("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
            arguments("a.odp", Samples.odf("presentation"), "application/vnd.oasis.opendocument.presentation"),
            arguments("a.eml", Samples.mail(), "message/rfc822"), arguments("a.eml", bytes("Authentication-Results: x\r\nFrom: a@b.no\r\n\r\nhei"), "message/rfc822"));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("honest")
    void takes_what_is_what_it_says(String name, byte[] content, String type) throws IOException {
        assertThat(TYPES.typeOf(file(content), FileName.of(name))).isEqualTo(type);
    }

    static Stream<Arguments> disguised() {
        var program = "files.upload.program";
        var mismatch = "files.upload.not-what-it-says";
        return Stream.of(
            arguments("a.pdf", Samples.elf(), program), arguments("a.txt", Samples.elf(), program), arguments("a.pdf", Samples.windowsProgram(), program),
            arguments("a.docx", Samples.windowsProgram(), program), arguments("a.png", Samples.macProgram(), program), arguments("a.pdf", Samples.javaClass(), program),
            arguments("a.docx", Samples.jar(), program), arguments("a.docx", Samples.ooxml(Samples.WORD, "META-INF/MANIFEST.MF"), program),
            arguments("a.odt", Samples.odf("text", "x/A.class"), program), arguments("a.txt", bytes("#!/bin/sh\nrm -rf ~\n"), program),
            arguments("a.csv", bytes("@echo off\r\ndel *\r\n"), program), arguments("a.pdf", bytes("<html><script>alert(1)</script></html>"), program),
            arguments("a.txt", bytes("<!DOCTYPE html><p>hei"), program), arguments("a.png", bytes("<html><hta:application id=x></html>"), program),
            arguments("a.png", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), program),
            arguments("a.txt", bytes("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"), program),
            arguments("a.eml", bytes("<html>From: a</html>"), program),
            arguments("a.docx", Samples.ooxml(Samples.WORD, "word/vbaProject.bin"), "files.upload.macros"),
            arguments("a.odt", Samples.odf("text", "Basic/Standard/Module1.xml"), "files.upload.macros"),
            arguments("a.docx", Samples.ooxml("application/vnd.ms-word.document.macroEnabled"), mismatch), arguments("a.docx", Samples.ooxml(Samples.SHEET), mismatch),
            arguments("a.docx", Samples.odf("text"), mismatch), arguments("a.odt", Samples.odf("spreadsheet"), mismatch),
            arguments("a.docx", Samples.zip(new String[0], "a.txt", "hei"), mismatch), arguments("a.pdf", Samples.shortcut(), mismatch),
            arguments("a.docx", bytes("PK\3\4 not a zip at all"), mismatch), arguments("a.pdf", Samples.picture("png"), mismatch),
            arguments("a.png", Samples.picture("jpg"), mismatch), arguments("a.jpg", Samples.pdf(), mismatch), arguments("a.txt", Samples.pdf(), mismatch),
            arguments("a.txt", Samples.picture("png"), mismatch), arguments("a.txt", bytes("\u00f8\u00e5\0\1"), mismatch), arguments("a.csv", Samples.ooxml(Samples.SHEET), mismatch), arguments("a.pdf", bytes("hei"), mismatch),
            arguments("a.eml", bytes("hei på deg\n"), mismatch), arguments("a.heic", Samples.heic("qt  "), mismatch), arguments("a.png", bytes("\0\1\2\3"), mismatch));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("disguised")
    void refuses_what_is_not_what_it_says(String name, byte[] content, String key) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> TYPES.typeOf(file, FileName.of(name))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "pdf", "a.exe", "a.svg", "a.html", "a.pdf.exe", "a.docm", "a.zip", "a.js", "a.lnk", "a.hta", "a.pdf\u202E.exe"})
    void refuses_other_extensions(String name) {
        assertThatThrownBy(() -> TYPES.check(FileName.of(name))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("files.upload.type-not-allowed");
            assertThat(refused.args()[1]).isEqualTo(String.join(", ", ALLOWED));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "html", "js", "exe", "jar", "sh", "bat", "vbs", "hta", "nonsense"})
    void no_setting_lets_programs_in(String extension) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileTypes(List.of(extension))).withMessageContaining(extension);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decides_on_any_bytes(long seed) throws IOException {
        var random = new Random(seed);
        var samples = honest().toList();
        for (int round = 0; round < 150; round++) {
            var sample = samples.get(random.nextInt(samples.size())).get();
            var content = ((byte[]) sample[1]).clone();
            for (int i = random.nextInt(8); i > 0; i--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            var file = file(Arrays.copyOf(content, 1 + random.nextInt(content.length)));
            try {
                assertThat(TYPES.typeOf(file, FileName.of((String) sample[0]))).isEqualTo(sample[2]);
            } catch (Refused refused) {
                assertThat(refused.key()).startsWith("files.upload.");
            }
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("content"), content);
    }
}
