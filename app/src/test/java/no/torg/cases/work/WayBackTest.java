package no.torg.cases.work;

import static org.assertj.core.api.Assertions.assertThat;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From a case one goes back to the list that it was opened from, as that was narrowed, also after something was done on it. */
@TorgTest
@Import(Asked.class)
class WayBackTest {

    @Autowired
    private World world;

    @Autowired
    private Asked asked;

    @Test
    void from_a_case_one_goes_back_to_the_list_as_it_was_narrowed() {
        var number = asked.open("geir-lien", "Tilbake til lista");
        var nina = world.browser("nina-foss", "nb");
        assertThat(nina.get("/work/unassigned?sort=number").body()).contains("href=\"" + desk(number, "?from=%2Fwork%2Funassigned%3Fsort%3Dnumber\""));
        var page = nina.get(desk(number, "?from=%2Fwork%2Funassigned%3Fsort%3Dnumber")).body();
        assertThat(page).containsPattern("<a href=\"/work/unassigned\\?sort=number\">(?s:.){0,200}Ikke tildelt</a>").contains(desk(number, "/history?from=%2Fwork%2Funassigned%3Fsort%3Dnumber"));
        assertThat(nina.get(desk(number, "/history?from=%2Fwork%2Funassigned%3Fsort%3Dnumber")).body()).contains("<a href=\"/work/unassigned?sort=number\">");
        var team = "/work/teams/" + world.team("it-support");
        assertThat(nina.get(desk(number, "?from=" + team.replace("/", "%2F") + "%3Fpriority%3D3")).body()).contains("<a href=\"" + team + "?priority=3\">");
        for (var elsewhere : new String[] {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example%2Fwork", "%2Fwork%2Fevil", "%2Fwork%2Fteams%2Fevil", "%2Fwork%0Aevil", "%2Fwork%5Cevil"}) {
            assertThat(nina.get(desk(number, "?from=" + elsewhere)).body()).as(elsewhere).doesNotContain("evil").containsPattern("Brødsmuler\"><a href=\"/work\">(?s:.){0,200}Mine saker</a>");
        }
    }

    @Test
    void what_is_done_on_a_case_keeps_the_way_back() {
        var way = "?from=%2Fwork%2Funassigned%3Fsort%3Dnumber%26text%3Dp%25C3%25A5";
        var number = asked.open("geir-lien", "Veien tilbake");
        var nina = world.browser("nina-foss", "nb");
        assertThat(nina.get(desk(number, way)).body()).contains("action=\"" + desk(number, "/assignment" + way), "hx-post=\"" + desk(number, "/messages" + way), "hx-get=\"" + desk(number, "/properties" + way));
        assertThat(nina.post(desk(number, "/assignment" + way), "seen", "", "handler", "me").header("location")).isEqualTo(desk(number, way));
        assertThat(nina.post(desk(number, "/assignment" + way), "seen", "", "handler", "me").body()).as("refused").contains("<a href=\"/work/unassigned?sort=number&amp;text=p%C3%A5\">");
        assertThat(nina.post(desk(number, "/messages" + way), "reply", "Hei", "audience", "public").header("location")).isEqualTo(desk(number, way + "#composer"));
        assertThat(nina.post(desk(number, "/messages" + way), "reply", "", "audience", "public").body()).as("empty").contains("<a href=\"/work/unassigned?sort=number&amp;text=p%C3%A5\">");
        assertThat(nina.with("HX-Request", "true").post(desk(number, "/messages" + way), "reply", "Hei", "audience", "public").body()).contains(desk(number, "/waits" + way));
        assertThat(nina.post(desk(number, "/resolution" + way), "seen", "in-progress").header("location")).isEqualTo(desk(number, way));
        var away = nina.post(desk(number, "/team" + way), "seen", world.team("it-support").toString(), "team", world.team("hr").toString());
        assertThat(away.header("location")).isEqualTo("/work/unassigned?sort=number&text=p%C3%A5");
        assertThat(nina.post(desk(number, "/resolution?from=https://evil.example"), "seen", "new").status()).isEqualTo(404);
    }

    private static String desk(String number, String rest) {
        return "/work/cases/" + number + rest;
    }
}
