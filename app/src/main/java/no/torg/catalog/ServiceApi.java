package no.torg.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import no.torg.catalog.Services.Published;
import no.torg.forms.FormTexts;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Listing;
import no.torg.web.NotFound;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published services over the API, in the caller's language. */
@RestController
@RequestMapping("/api/services")
class ServiceApi {

    private final Services services;
    private final JsonMapper json;

    ServiceApi(Services services, JsonMapper json) {
        this.services = services;
        this.json = json;
    }

    /**
     * A service.
     *
     * @param slug its part of the address
     * @param kind inquiry, incident, order, application, report, problem or change
     */
    public record ServiceLine(String slug, String kind, String version, String name, String summary, List<String> audiences, List<String> topics) {
    }

    /**
     * A service with its form.
     *
     * @param about what it is, in CommonMark
     * @param form  the form as form-js has it, with labels in {@code formLanguage}
     * @param texts labels, descriptions and choices of the form's components in the caller's language, by component id
     */
    public record ServiceInFull(ServiceLine service, String about, String who, String formLanguage, JsonNode form, Map<String, FormTexts.Wording> texts) {
    }

    /** Lists the published services, by their addresses. */
    @GetMapping
    @Scope("services:read")
    ResponseEntity<Listing<ServiceLine>> list(Actor actor, Words words, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var rows = services.published(words.language().code()).stream().sorted(Comparator.comparing(service -> service.definition().slug()))
                .filter(service -> after == null || service.definition().slug().compareTo(after) > 0).limit(Listing.limit(limit) + 1L)
                .map(service -> line(words, service)).toList();
        var page = Listing.of(rows, limit, ServiceLine::slug);
        return Listing.answer(page, page.next());
    }

    /** Shows a published service with its form, as one needs it to ask for the service. */
    @GetMapping("/{slug}")
    @Scope("services:read")
    ServiceInFull one(Actor actor, Words words, @PathVariable String slug) {
        var service = services.bySlug(slug).orElseThrow(() -> new NotFound("service " + slug));
        var definition = service.definition();
        var texts = definition.texts(words.language().code());
        var form = json.readTree(new String(definition.files().get("form.json"), StandardCharsets.UTF_8));
        return new ServiceInFull(line(words, service), texts.about(), texts.who(), definition.language(), form, texts.form().byId());
    }

    private static ServiceLine line(Words words, Published service) {
        var definition = service.definition();
        var texts = definition.texts(words.language().code());
        return new ServiceLine(definition.slug(), definition.kind().code(), definition.version(), texts.name(), texts.summary(), definition.audiences(),
                definition.topics());
    }
}
