package no.torg.migration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.sheets.Sheet.Format;
import no.torg.web.Words;
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
        try (var table = Format.CSV.open(begin(run, "-problems", Format.CSV.mediaType(), response))) {
            table.row(List.of(words.say("migration.import.record"), words.say("migration.import.problem"), words.say("migration.import.line")));
            reads.each(actor, id, one -> table.row(List.of(one.n(), one.problem().say(words), one.line())));
        }
    }

    /** The records as they stand under the file's header, to be corrected and sent in again by the same mapping. */
    @GetMapping("/imports/{id}/rejected/log")
    void log(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var run = reads.report(actor, id, 0, 0).run();
        var charset = MappingReader.read(run.mapping()).shape().encoding();
        try (var out = new BufferedWriter(new OutputStreamWriter(begin(run, "-rejected", "text/csv;charset=" + charset.name(), response), charset))) {
            out.write(run.header() == null ? "" : run.header() + "\n");
            reads.each(actor, id, one -> {
                try {
                    out.write(one.line() + "\n");
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }

    private static OutputStream begin(Run run, String kind, String mediaType, HttpServletResponse response) throws IOException {
        var name = run.fileName().replaceAll("(?i)(\\.(csv|tsv|txt|gz))+$", "") + kind + ".csv";
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        return response.getOutputStream();
    }
}
