package no.torg.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.UUID;
import no.torg.tenancy.Tenant;
import no.torg.web.views.ErrorPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class PagesTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Frames frames = new Frames(new Messages(true), beans.getBeanProvider(ViewerSource.class), List.of(), beans.getBeanProvider(java.time.Clock.class),
        beans.getBeanProvider(Bell.class));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Things()).setControllerAdvice(new Errors(frames))
        .setCustomArgumentResolvers(new FrameArguments(frames))
        .setCustomReturnValueHandlers(new PageRenderer(TemplateEngine.createPrecompiled(ContentType.Html)))
        .addFilters(new SecurityHeaders(), new PreferenceFilter()).build();

    @Test
    void aPageIsWrittenWholeWithItsLengthAndUnderAStrictPolicy() throws Exception {
        mvc.perform(get("/page")).andExpect(status().isOk()).andExpect(header().exists("Content-Length"))
            .andExpect(content().contentType("text/html;charset=utf-8")).andExpect(content().string(containsString("<h1>&lt;b&gt;Hei&lt;/b&gt;</h1>")))
            .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe")))).andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aRedirectServesPlainFormsAndPartialOnes() throws Exception {
        mvc.perform(post("/redirect")).andExpect(status().isSeeOther()).andExpect(header().string("Location", "/page"));
        mvc.perform(post("/redirect").header("HX-Request", "true")).andExpect(status().isNoContent()).andExpect(header().string("HX-Redirect", "/page"));
    }

    @Test
    void aRefusalIsSaidOnAPageInAPartAndInAProblem() throws Exception {
        mvc.perform(get("/refused")).andExpect(status().isConflict()).andExpect(content().string(containsString("<html")))
            .andExpect(content().string(containsString("Steg 2 av 4")));
        mvc.perform(get("/refused").header("HX-Request", "true")).andExpect(status().isConflict()).andExpect(header().string("HX-Retarget", "#notice"))
            .andExpect(content().string(not(containsString("<html")))).andExpect(content().string(containsString("Steg 2 av 4")));
        mvc.perform(get("/api/refused").header("Accept-Language", "en-GB")).andExpect(status().isConflict())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON)).andExpect(jsonPath("$.title").value("Step 2 of 4"))
            .andExpect(jsonPath("$.code").value("cases.form.step"));
    }

    @Test
    void whatIsNotThereAndWhatIsNoIdAreAnsweredAlike() throws Exception {
        mvc.perform(get("/missing")).andExpect(status().isNotFound()).andExpect(content().string(containsString("Vi finner ikke siden")));
        mvc.perform(get("/things/no-uuid")).andExpect(status().isNotFound());
        mvc.perform(post("/page")).andExpect(status().isMethodNotAllowed()).andExpect(header().string("Allow", "GET"))
            .andExpect(content().string(containsString("href=\"/?lang=nn\"")));
        mvc.perform(get("/too-large")).andExpect(status().isContentTooLarge());
    }

    @Test
    void aFaultGivesAReferenceAndNeverItsOwnText() throws Exception {
        mvc.perform(get("/broken")).andExpect(status().isInternalServerError()).andExpect(content().string(not(containsString("secret"))))
            .andExpect(content().string(matchesPattern("(?s).*Referanse: [2-9A-Z]{4}-[2-9A-Z]{4}.*")));
        mvc.perform(get("/broken").accept(MediaType.APPLICATION_JSON)).andExpect(status().isInternalServerError()).andExpect(jsonPath("$.reference").exists())
            .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void anAskerWhoHasGoneIsNoFaultOfOurs() throws Exception {
        mvc.perform(get("/left")).andExpect(status().isBadRequest()).andExpect(content().string(""));
    }

    @Test
    void aDatabaseThatIsGoneIsSaidClearlyAndTriedAgain() throws Exception {
        beans.addBean("viewers", (ViewerSource) request -> {
            throw new IllegalStateException(new SQLTransientConnectionException("pool"));
        });
        mvc.perform(get("/gone")).andExpect(status().isServiceUnavailable()).andExpect(header().string("Retry-After", "10"))
            .andExpect(content().string(containsString("Vi er straks tilbake")));
    }

    @Test
    void theLanguageIsAskedForThenKeptThenOnesOwnThenTheBrowsers() throws Exception {
        var signedIn = new AtomicReference<Viewer>();
        beans.addBean("viewers", (ViewerSource) request -> Optional.ofNullable(signedIn.get()));
        mvc.perform(get("/page?lang=nn&x=1")).andExpect(cookie().value("lang", "nn")).andExpect(content().string(containsString("<html lang=\"nn\"")))
            .andExpect(content().string(containsString("href=\"/page?x=1&amp;lang=en\"")));
        mvc.perform(get("/page").cookie(new Cookie("lang", "en")).header("Accept-Language", "nn")).andExpect(content().string(containsString("<html lang=\"en\"")));
        mvc.perform(get("/page").header("Accept-Language", "de,nn;q=0.5")).andExpect(content().string(containsString("<html lang=\"nn\"")));
        signedIn.set(new Reader());
        mvc.perform(get("/page").header("Accept-Language", "nn")).andExpect(content().string(containsString("<html lang=\"en\"")));
        mvc.perform(get("/page?lang=xx")).andExpect(cookie().doesNotExist("lang"));
    }

    @Test
    void theFootSaysWhatItSaysInTheLanguageOfThePageAndTheTelephoneCanBeCalled() throws Exception {
        var told = Map.of("address", "Torget 1", "hours", "Åpent 9–15", "hours-en", "Open 9–15", "phone", "Telefon 55 01 23 00", "phone-en", "Telephone +47 55 01 23 00");
        var tenant = new Tenant(1, "x", "X", "fjordvik", ZoneId.of("Europe/Oslo"), told);
        tenant.call(() -> mvc.perform(get("/page?lang=en")).andExpect(content().string(containsString("Torget 1"))).andExpect(content().string(containsString("Open 9–15")))
            .andExpect(content().string(not(containsString("Åpent")))).andExpect(content().string(containsString("<a href=\"tel:+4755012300\">Telephone +47 55 01 23 00</a>"))));
        tenant.call(() -> mvc.perform(get("/page?lang=nn")).andExpect(content().string(containsString("Åpent 9–15")))
            .andExpect(content().string(containsString("<a href=\"tel:55012300\">Telefon 55 01 23 00</a>"))));
    }

    @Test
    void oneComesBackFromSigningIn() throws Exception {
        mvc.perform(get("/page?x=1")).andExpect(content().string(containsString("href=\"/sign-in?next=%2Fpage%3Fx%3D1\"")));
        mvc.perform(post("/page")).andExpect(content().string(containsString("href=\"/sign-in?next=%2F\"")));
    }

    @Test
    void theColoursAreKeptToo() throws Exception {
        mvc.perform(get("/page?scheme=dark")).andExpect(cookie().value("scheme", "dark")).andExpect(content().string(containsString("data-color-scheme=\"dark\"")));
    }

    private static final class Reader implements Viewer {
        @Override
        public String name() {
            return "Ingrid Marie Hauge";
        }

        @Override
        public Optional<Language> language() {
            return Optional.of(Language.EN);
        }

        @Override
        public boolean hasWork() {
            return false;
        }
    }

    @Controller
    static class Things {
        @GetMapping("/page")
        Page page(Frame frame) {
            return Page.of("web/error", new ErrorPage(frame, 200, "<b>Hei</b>", "", null));
        }

        @PostMapping("/redirect")
        Page redirect() {
            return Page.redirect("/page");
        }

        @GetMapping({"/refused", "/api/refused"})
        Page refused() {
            throw new Refused("cases.form.step", 2, 4);
        }

        @GetMapping("/missing")
        Page missing() {
            throw new NotFound("thing");
        }

        @GetMapping("/things/{id}")
        Page thing(@PathVariable UUID id) {
            return Page.redirect("/page");
        }

        @GetMapping("/too-large")
        Page tooLarge() {
            throw new MaxUploadSizeExceededException(1);
        }

        @GetMapping("/broken")
        Page broken() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/left")
        Page left() throws IOException {
            throw new IOException("Broken pipe");
        }

        @GetMapping("/gone")
        Page gone() {
            throw new IllegalStateException(new SQLTransientConnectionException("pool"));
        }
    }
}
