package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

import no.torg.Client;
import no.torg.Client.Answer;
import org.springframework.web.util.HtmlUtils;

/** Somebody who reads and sends pages in one language without JavaScript, and finds fault with every text that is not there. */
final class Reader {

    private static final Pattern DOTTED = Pattern.compile("[a-z]+(?:\\.[a-z0-9-]+)+");
    private static final Set<String> KEYS = keys();

    private final Client client;
    private final String language;

    Reader(Client client, String language) {
        this.client = client;
        this.language = language;
    }

    String language() {
        return language;
    }

    /** The page at a path, as it reads. */
    String read(String path) {
        return read(path, client.get(path), 200);
    }

    /** The page that comes of following a redirect. */
    String follow(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return read(String.valueOf(answer.header("location")));
    }

    /** Sends the form of the page that goes to the path, as it stands but for the fields, and gives what came back. */
    Answer send(String page, String path, String... fields) {
        var form = Pattern.compile("<form[^>]* action=\"" + Pattern.quote(path) + "\"[^>]*>.*?</form>", Pattern.DOTALL).matcher(page);
        assertThat(form.find()).as("a form to " + path + " in " + page).isTrue();
        var sent = new ArrayList<>(List.of(fields));
        var given = new HashSet<String>();
        for (int i = 0; i < fields.length; i += 2) {
            given.add(fields[i]);
        }
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form.group()).results()
                .filter(hidden -> !hidden.group(1).equals("_csrf") && !given.contains(hidden.group(1))).forEach(hidden -> sent.addAll(List.of(hidden.group(1), hidden.group(2))));
        return client.post(path, sent.toArray(String[]::new));
    }

    /** The answer's page, as it reads, when it has the status. */
    String read(String path, Answer answer, int status) {
        var where = path + " in " + language;
        assertThat(answer.status()).as(where + ": " + answer.body()).isEqualTo(status);
        var page = HtmlUtils.htmlUnescape(answer.body());
        assertThat(page).as(where).contains("<html lang=\"" + language + "\"").doesNotContain("???");
        assertThat(DOTTED.matcher(page).results().map(found -> found.group()).filter(KEYS::contains)).as("keys in place of words at " + where).isEmpty();
        return page;
    }

    /** What a message says, where it takes nothing in. */
    String word(String key) {
        return bundle(key.substring(0, key.indexOf('.'))).getString(key);
    }

    private ResourceBundle bundle(String module) {
        return ResourceBundle.getBundle("messages." + module + "_" + language, Locale.ROOT);
    }

    private static Set<String> keys() {
        var keys = new HashSet<String>();
        for (var module : List.of("cases", "catalog", "conversations", "files", "forms", "insight", "migration", "notifications", "people", "portal", "web")) {
            keys.addAll(ResourceBundle.getBundle("messages." + module + "_nb", Locale.ROOT).keySet());
        }
        assertThat(keys).hasSizeGreaterThan(300);
        return keys;
    }
}
