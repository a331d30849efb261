package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import no.torg.verbs.Verbs;
import org.springframework.boot.test.context.TestComponent;

/** Who sets tenants up at the terminal. */
@TestComponent
class Operator {

    private static final Pattern LINK = Pattern.compile("http://([a-z.-]+)(?::\\d+)?(/password/\\S+)");

    private final Verbs verbs;

    Operator(Verbs verbs) {
        this.verbs = verbs;
    }

    /** What a verb ended with, printed, and said was wrong, line by line. */
    private record Said(int code, String out, List<String> wrong) {
    }

    /** Runs a verb that must do what it is for; gives what it printed. */
    String does(String... typed) {
        var said = said(typed);
        assertThat(said.wrong()).as(String.join(" ", typed)).isEmpty();
        assertThat(said.code()).as(String.join(" ", typed)).isZero();
        return said.out();
    }

    /** Runs a verb that must be refused; gives all that was wrong. */
    List<String> isRefused(String... typed) {
        var said = said(typed);
        assertThat(said.code()).as(String.join(" ", typed) + ": " + said.out()).isEqualTo(1);
        assertThat(said.wrong()).isNotEmpty();
        return said.wrong();
    }

    /** The path of the link to a password in what was said, which must lead to this host. */
    static String link(String said, String host) {
        var link = LINK.matcher(said);
        assertThat(link.find()).as(said).isTrue();
        assertThat(link.group(1)).isEqualTo(host);
        return link.group(2);
    }

    private Said said(String... typed) {
        var out = new ByteArrayOutputStream();
        var wrong = new ByteArrayOutputStream();
        var code = verbs.run(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(wrong, true, StandardCharsets.UTF_8), typed);
        return new Said(code, out.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
