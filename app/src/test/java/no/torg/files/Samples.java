package no.torg.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small but real files of each kind, made on the spot. */
final class Samples {

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private Samples() {}

    static byte[] picture(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    static byte[] heic(String brand) {
        return bytes("\0\0\0\030ftyp" + brand + "\0\0\0\0mif1heic\0\0\0\010mdat");
    }

    static byte[] pdf() {
        return bytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] ooxml(String type, String... more) {
        return zip(more, "[Content_Types].xml", "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Default Extension='xml' ContentType='application/xml'/><Override PartName='/a.xml' ContentType='" + type + ".main+xml'/></Types>",
            "_rels/.rels", "<Relationships/>", "a.xml", "<a/>");
    }

    /** As some programs write it: the list of types is not the first entry. */
    static byte[] ooxmlTurned(String type) {
        return zip(new String[0], "a.xml", "<a/>", "[Content_Types].xml",
            "<Types><Override PartName=\"/a.xml\" ContentType=\"" + type + ".main+xml\"/></Types>");
    }

    static byte[] odf(String kind, String... more) {
        return zip(more, "mimetype", "application/vnd.oasis.opendocument." + kind, "content.xml", "<a/>", "META-INF/manifest.xml", "<m/>");
    }

    static byte[] jar() {
        return zip(new String[0], "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: A\n", "A.class", "\u00ca\u00fe\u00ba\u00be");
    }

    static byte[] mail() {
        return bytes("Received: from a by b; Thu, 19 Nov 2026 12:11:00 +0100\r\nFrom: a@example.no\r\nSubject: Hei\r\n\r\n<html>Hei</html>\r\n");
    }

    static byte[] elf() {
        return bytes("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\76\0\1\0\0\0");
    }

    static byte[] windowsProgram() {
        return bytes("MZ\220\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0");
    }

    static byte[] macProgram() {
        return bytes("\u00cf\u00fa\u00ed\u00fe\7\0\0\1\3\0\0\0\2\0\0\0");
    }

    static byte[] javaClass() {
        return bytes("\u00ca\u00fe\u00ba\u00be\0\0\0\105\0\1");
    }

    static byte[] shortcut() {
        return bytes("L\0\0\0\1\24\2\0\0\0\0\0\u00c0\0\0\0\0\0\0\106");
    }

    static byte[] zip(String[] more, String... namesAndTexts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.setLevel(namesAndTexts[i].equals("mimetype") ? 0 : 9);
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(bytes(namesAndTexts[i + 1]));
            }
            for (var name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toByteArray();
    }

    /** Each character below 256 as one byte. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
