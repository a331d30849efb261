package no.torg.insight;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.web.Words;

/** A service's figures by step as a file for spreadsheets: UTF-8 with its mark, semicolons, one line a step. */
final class FigureCsv {

    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";

    private FigureCsv() {
    }

    static String of(Words words, ServiceFigures figures) {
        var head = Stream.of("from", "to", "opened", "resolved", "open").map(column -> words.say("insight.csv." + column)).toList();
        var lines = figures.steps().stream().map(step -> List.of(step.from().toString(), step.to().toString(), Long.toString(step.opened()),
                Long.toString(step.resolved()), Long.toString(step.open())));
        return Stream.concat(Stream.of(head), lines).map(cells -> cells.stream().collect(Collectors.joining(";", "", END))).collect(Collectors.joining("", MARK, ""));
    }
}
