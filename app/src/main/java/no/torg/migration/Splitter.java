package no.torg.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Splits a record into its values. */
final class Splitter {

    private final CSVFormat format;
    private final String apart;

    Splitter(char separator) {
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        this.apart = (Character.isLetterOrDigit(separator) ? "" : "\\") + separator;
    }

    /** The values as they stand, without their quotes; a record whose quotes are wrong is {@link Rows.Unreadable}. */
    List<String> values(String record) {
        // without quotes there is nothing for the parser to do, and to make one for each record takes longer than all else there is to reading it
        return record.indexOf('"') < 0 ? List.of(record.split(apart, -1)) : quoted(record);
    }

    private List<String> quoted(String record) {
        try (var parser = CSVParser.parse(record, format)) {
            var records = parser.getRecords();
            if (records.size() > 1) {
                throw new Rows.Unreadable("quotes");
            }
            return records.isEmpty() ? List.of() : records.getFirst().toList();
        } catch (IOException | IllegalStateException | UncheckedIOException malformed) {
            throw new Rows.Unreadable("quotes");
        }
    }
}
