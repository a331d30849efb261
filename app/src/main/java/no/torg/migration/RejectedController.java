package no.torg.migration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.web.Words;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All records that an import could not read, as files, written as they are read. */
@Controller
class RejectedController {

    private final ImportReads reads;

    RejectedController(ImportReads reads) {
        this.reads = reads;
    }

    /** A row for each: its place in the file, what is wrong with it, and the record itself. */
    @GetMapping("/imports/{id}/rejected/csv")
    void told(Actor actor, Words words, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var run = reads.report(actor, id, 0, 0).run();
        try (var out = begin(run, "-problems", StandardCharsets.UTF_8, response)) {
            out.write('\uFEFF');
            var printer = new CSVPrinter(out, CSVFormat.DEFAULT.builder().setDelimiter(';').get());
            printer.printRecord(words.say("migration.import.record"), words.say("migration.import.problem"), words.say("migration.import.line"));
            reads.each(actor, id, one -> written(() -> printer.printRecord(one.n(), one.problem().say(words), plain(one.line()))));
        }
    }

    /** The records as they stand under the file's header, to be corrected and sent in again by the same mapping. */
    @GetMapping("/imports/{id}/rejected/log")
    void log(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var run = reads.report(actor, id, 0, 0).run();
        try (var out = begin(run, "-rejected", MappingReader.read(run.mapping()).shape().encoding(), response)) {
            out.write(run.header() == null ? "" : run.header() + "\n");
            reads.each(actor, id, one -> written(() -> out.write(one.line() + "\n")));
        }
    }

    private interface Written {
        void run() throws IOException;
    }

    private static void written(Written write) {
        try {
            write.run();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A text that a spreadsheet would take for a formula is marked as a text. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static Writer begin(Run run, String kind, Charset charset, HttpServletResponse response) throws IOException {
        var name = run.fileName().replaceAll("(?i)(\\.(csv|tsv|txt|gz))+$", "") + kind + ".csv";
        response.setContentType("text/csv;charset=" + charset.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), charset));
    }
}
