package no.torg.web.views;

/** A file that hangs on something, under the sender's name; size in bytes. */
public record Attachment(String name, String href, String mediaType, long size) {
    public String icon() {
        if (mediaType.equals("application/pdf")) return "FilePdf";
        return mediaType.startsWith("image/") ? "FileImage" : "FileText";
    }
}
