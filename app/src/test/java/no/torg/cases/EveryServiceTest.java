package no.torg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.Client.Answer;
import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each service from the empty form to the figures in each language, by the pages alone and with the answers of the service's own tests. */
@TorgTest
class EveryServiceTest {

    private static final int MOST_PAGES = 20;
    private static final WorldFile WORLD = new WorldFile();
    private static final Pattern ANSWER = Pattern.compile("name=\"answers\\.([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("name=\"reason\" value=\"([^\"]+)\" id=\"close-[^\"]+\" checked");
    private static final Pattern FIGURES = Pattern.compile("<td class=\"n\" data-n=\"(\\d+)\"><a [^>]*>[^<]*</a></td><td class=\"n\" data-n=\"(\\d+)\">");

    @Autowired
    private World world;

    static Stream<Arguments> walks() {
        return TestedService.all().stream().flatMap(service -> Stream.of("nb", "nn", "en").map(language -> Arguments.of(service, language)));
    }

    /** How many requests were opened and resolved in the time that the page shows. */
    private record Counted(int opened, int resolved) {
    }

    @Test
    void there_are_six() {
        assertThat(TestedService.all()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void a_request_is_sent_answered_closed_and_counted(TestedService service, String language) {
        var owner = reader(WORLD.owner(service.slug()), language);
        var before = counted(owner, service);
        var asker = reader(WORLD.belonging(service.asker()).getKey(), language);
        var number = ask(asker, service);
        assertThat(asker.read("/cases/" + number + "/receipt")).contains(number, asker.word("cases.receipt.title." + service.kind()));
        var title = service.titles().get(language);
        assertThat(asker.read("/me")).contains(number, title);

        var worker = reader(WORLD.worker(service.slug()), language);
        work(worker, "/work/cases/" + number, title);
        assertThat(asker.read("/cases/" + number)).contains("Svar på " + number, title);

        world.settle();
        var after = counted(owner, service);
        assertThat(after).isEqualTo(new Counted(before.opened() + 1, before.resolved() + 1));
    }

    /** Answers page by page, what new questions an answer brings too, until there is a receipt; gives the case's number. */
    private String ask(Reader asker, TestedService service) {
        var path = "/services/" + service.slug() + "/requests";
        assertThat(asker.read("/services/" + service.slug())).contains(service.names().get(asker.language()));
        var page = asker.read(path + "/new");
        assertThat(page).contains(service.names().get(asker.language()));
        for (int i = 0; i < MOST_PAGES; i++) {
            var asked = questions(page);
            var sent = asker.send(page, path, fields(service, page));
            var location = String.valueOf(sent.header("location"));
            if (location.endsWith("/receipt")) {
                return location.split("/")[2];
            }
            page = sent.status() == 303 ? asker.follow(sent) : again(asker, path, sent, asked);
        }
        throw new AssertionError("No receipt, but " + page);
    }

    private static String again(Reader asker, String path, Answer sent, Set<String> asked) {
        var page = asker.read(path, sent, 422);
        assertThat(questions(page)).as("refused, and nothing new is asked: " + page).isNotEqualTo(asked);
        return page;
    }

    private static Set<String> questions(String page) {
        var questions = new TreeSet<String>();
        ANSWER.matcher(page).results().forEach(found -> questions.add(found.group(1)));
        return questions;
    }

    private static String[] fields(TestedService service, String page) {
        var fields = new ArrayList<>(List.of("go", page.contains("name=\"go\" value=\"send\"") ? "send" : "next"));
        for (var question : questions(page)) {
            for (var answer : service.answers().getOrDefault(question, List.of())) {
                var somebody = TestedService.somebody(answer);
                fields.addAll(List.of("answers." + question, somebody.isEmpty() ? answer : WORLD.belonging(somebody).getValue()));
            }
        }
        return fields.toArray(String[]::new);
    }

    /** Takes the case, replies, resolves and closes it by the forms of its page. */
    private static void work(Reader worker, String desk, String title) {
        var number = desk.substring(desk.lastIndexOf('/') + 1);
        var page = worker.read(desk);
        assertThat(page).contains(number, title);
        page = worker.follow(worker.send(page, desk + "/assignment", "handler", "me"));
        page = worker.follow(worker.send(page, desk + "/messages", "audience", "public", "reply", "Svar på " + number));
        assertThat(page).contains("Svar på " + number);
        page = worker.follow(worker.send(page, desk + "/resolution"));
        var reason = REASON.matcher(page);
        assertThat(reason.find()).as("a reason to close: " + page).isTrue();
        page = worker.follow(worker.send(page, desk + "/closure", "reason", reason.group(1)));
        assertThat(page).contains("action=\"" + desk + "/reopening\"").doesNotContain("action=\"" + desk + "/closure\"");
    }

    private static Counted counted(Reader owner, TestedService service) {
        var page = owner.read("/insight/services/" + service.slug());
        assertThat(page).contains(service.names().get(owner.language()));
        var rows = FIGURES.matcher(page).results().toList();
        assertThat(rows).as(page).isNotEmpty();
        return new Counted(rows.stream().mapToInt(row -> Integer.parseInt(row.group(1))).sum(), rows.stream().mapToInt(row -> Integer.parseInt(row.group(2))).sum());
    }

    private Reader reader(String person, String language) {
        return new Reader(world.browser(person, language), language);
    }
}
