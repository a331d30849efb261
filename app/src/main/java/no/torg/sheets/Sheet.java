package no.torg.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A table that is written row by row to who asked for it, and never held whole; texts, numbers and days. */
public interface Sheet extends AutoCloseable {

    /** Writes the next row; {@link UncheckedIOException} where nobody reads any more. */
    void row(List<?> cells);

    @Override
    void close();

    /** How a table is written. */
    enum Format {
        CSV("text/csv;charset=UTF-8"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** As a response names it. */
        public String mediaType() {
            return mediaType;
        }

        /** What a file's name ends with, without the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Begins a table; {@link UncheckedIOException} where nobody reads any more. */
        public Sheet open(OutputStream out) {
            try {
                return this == CSV ? new CsvSheet(out) : new ExcelSheet(out);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** A text that a spreadsheet would take for a formula is marked as a text. */
    static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
