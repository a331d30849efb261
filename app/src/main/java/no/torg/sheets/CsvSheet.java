package no.torg.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: UTF-8 with its mark and semicolons, as spreadsheets here read it. */
final class CsvSheet implements Sheet {

    private final CSVPrinter printer;

    CsvSheet(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        this.printer = new CSVPrinter(writer, CSVFormat.DEFAULT.builder().setDelimiter(';').get());
    }

    @Override
    public void row(List<?> cells) {
        try {
            printer.printRecord(cells.stream().map(cell -> cell instanceof String text ? Sheet.plain(text) : cell));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
