package no.torg.api;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.api.views.ApiPage;
import no.torg.api.views.ApiPage.Module;
import no.torg.people.ApiTokens;
import no.torg.web.Frame;
import no.torg.web.OpenToAll;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API as a page to read, and where a problem's type leads. */
@Controller
class ApiController {

    private static final List<String> TITLED = List.of("calendars", "cases", "catalog", "conversations", "files", "insight", "live", "migration", "notifications", "people", "portal");

    private final OpenApiWebMvcResource document;
    private final JsonMapper json;
    private volatile @Nullable Reading reading;

    ApiController(OpenApiWebMvcResource document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @OpenToAll
    @GetMapping("/api")
    Page page(Frame frame, HttpServletRequest request) throws JsonProcessingException {
        var read = read(request);
        var modules = read.modules().stream().map(name -> new Module(name, TITLED.contains(name) ? frame.words().say("api.module." + name) : name, read.calls(name))).toList();
        return Page.of("api/page", new ApiPage(frame, modules, read.shapes(), ApiTokens.SCOPES));
    }

    @OpenToAll
    @GetMapping("/api/problems")
    Page problems() {
        return Page.redirect("/api#problems");
    }

    private Reading read(HttpServletRequest request) throws JsonProcessingException {
        var known = reading;
        if (known == null) {
            known = new Reading(json.readTree(document.openapiJson(request, "/api/openapi.json", Locale.ENGLISH)));
            reading = known;
        }
        return known;
    }
}
