package no.torg.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import no.torg.web.Refused;
import org.apache.tika.mime.MediaType;

/**
 * Opens a zip to see which kind of document it is: Office Open XML names the type of its main part in {@code [Content_Types].xml} (ECMA-376
 * part 2), OpenDocument and EPUB in the entry {@code mimetype} (OpenDocument 1.3 part 2, 3.3). Only the directory and that one entry are read,
 * so a zip bomb stays folded.
 */
record OfficeFile(Path file, FileName name) {

    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_BYTES = 1 << 20;

    /** True if the document is of the promised type (or that type is plain zip); refuses programs and macros, false if it can't be read. */
    boolean is(MediaType promised) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return false;
            }
            zip.stream().forEach(entry -> refuseActive(entry.getName()));
            return promised.equals(MediaType.APPLICATION_ZIP) || packaged(zip, promised) || officeOpen(zip, promised);
        } catch (ZipException | IllegalArgumentException | XMLStreamException _) {
            return false;
        }
    }

    private void refuseActive(String entry) {
        if (entry.equals("META-INF/MANIFEST.MF") || entry.endsWith(".class")) {
            throw new Refused("files.upload.program", name.text());
        }
        if (entry.endsWith("/vbaProject.bin") || entry.startsWith("Basic/") || entry.startsWith("Scripts/")) {
            throw new Refused("files.upload.macros", name.text());
        }
    }

    private static boolean packaged(ZipFile zip, MediaType promised) throws IOException {
        var entry = zip.getEntry("mimetype");
        if (entry == null) {
            return false;
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip().equals(promised.toString());
        }
    }

    private static boolean officeOpen(ZipFile zip, MediaType promised) throws IOException, XMLStreamException {
        var entry = zip.getEntry("[Content_Types].xml");
        if (entry == null) {
            return false;
        }
        try (var in = zip.getInputStream(entry)) {
            // the size that the directory states may be a lie; a list cut short is not well-formed and so refused
            return partTypes(new ByteArrayInputStream(in.readNBytes(MOST_BYTES))).contains(promised + ".main+xml");
        }
    }

    private static Set<String> partTypes(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var types = new HashSet<String>();
        for (var xml = factory.createXMLStreamReader(in); xml.hasNext(); xml.next()) {
            if (xml.isStartElement() && xml.getAttributeValue(null, "ContentType") != null) {
                types.add(xml.getAttributeValue(null, "ContentType"));
            }
        }
        return types;
    }
}
