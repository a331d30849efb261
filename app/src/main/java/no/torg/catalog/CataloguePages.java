package no.torg.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import no.torg.catalog.Services.Published;
import no.torg.catalog.views.CataloguePage;
import no.torg.catalog.views.CataloguePage.Chosen;
import no.torg.catalog.views.CataloguePage.Filter;
import no.torg.catalog.views.CataloguePage.ServiceGroup;
import no.torg.catalog.views.ServicePage;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Organisation.Audience;
import no.torg.web.Frame;
import no.torg.web.NotFound;
import no.torg.web.Words;
import no.torg.web.views.Crumb;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue's pages, made from definitions kept in memory. */
@Component
class CataloguePages {

    private final Services services;
    private final ServiceRows rows;
    private final ServiceSearch search;
    private final Organisation organisation;
    private final Topics topics;
    private final DraftDates drafts;

    CataloguePages(Services services, ServiceRows rows, ServiceSearch search, Organisation organisation, Topics topics, DraftDates drafts) {
        this.services = services;
        this.rows = rows;
        this.search = search;
        this.organisation = organisation;
        this.topics = topics;
        this.drafts = drafts;
    }

    /** What somebody has chosen to see. */
    record Choice(String audience, String asked, List<String> topics, String kind) {

        String address(@Nullable String withoutTopic, boolean withoutKind, boolean withoutWords) {
            var parts = new ArrayList<String>();
            parts.add("audience=" + encoded(audience));
            if (!withoutWords && !asked.isBlank()) {
                parts.add("q=" + encoded(asked));
            }
            topics.stream().filter(topic -> !topic.equals(withoutTopic)).forEach(topic -> parts.add("topic=" + encoded(topic)));
            if (!withoutKind && !kind.isEmpty()) {
                parts.add("kind=" + encoded(kind));
            }
            return "/services?" + String.join("&", parts);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** The audience asked for, else the viewer's own, else the tenant's first; empty where the tenant has none. */
    String audience(@Nullable String wanted, Optional<Actor> viewer) {
        var known = organisation.audiences().stream().map(Audience::id).toList();
        return Optional.ofNullable(wanted).filter(known::contains)
                .or(() -> viewer.flatMap(actor -> actor.affiliations().stream().map(Actor.Belonging::kind).filter(known::contains).findFirst()))
                .or(() -> known.stream().findFirst()).orElse("");
    }

    CataloguePage catalogue(Frame frame, Choice choice) {
        var words = frame.words();
        var language = words.language().code();
        var found = search.find(words.language(), choice.asked());
        var here = services.published(language).stream().filter(forAudience(choice.audience()))
                .filter(service -> found.isEmpty() || found.get().contains(service.id())).toList();
        var all = topics.all();
        var shown = here.stream().filter(service -> choice.topics().isEmpty() || service.definition().topics().stream().anyMatch(choice.topics()::contains))
                .filter(service -> choice.kind().isEmpty() || service.definition().kind().code().equals(choice.kind())).toList();
        var groups = all.stream().map(topic -> group(words, topic, shown, choice.topics())).filter(group -> !group.services().isEmpty()).toList();
        return new CataloguePage(frame, tabs(language, choice), choice.audience(), choice.asked(), topicFilters(language, all, here, choice),
                kindFilters(words, here, choice), chosen(words, all, choice), groups, shown.size());
    }

    ServicePage service(Frame frame, Optional<Actor> viewer, String slug) {
        var service = services.bySlug(slug).orElseThrow(() -> new NotFound("service " + slug));
        var words = frame.words();
        var texts = service.definition().texts(words.language().code());
        var team = rows.team(service);
        var measured = rows.measured(service).orElse(null);
        return new ServicePage(frame, List.of(new Crumb(words.say("catalog.services.title"), "/services")), slug, service.definition().kind().code(), texts.name(),
                texts.summary(), PlainMarkup.html(texts.about()), texts.who().isBlank() ? null : texts.who(), measured,
                viewer.flatMap(actor -> drafts.savedAt(actor, service.id())).orElse(null), team, service.publishedAt(), service.definition().version());
    }

    static Predicate<Published> forAudience(String audience) {
        return service -> audience.isEmpty() || service.definition().audiences().contains(audience);
    }

    private List<Tab> tabs(String language, Choice choice) {
        return organisation.audiences().stream()
                .map(audience -> new Tab(audience.names().getOrDefault(language, audience.id()), "/services?audience=" + audience.id(),
                        audience.id().equals(choice.audience()))).toList();
    }

    private ServiceGroup group(Words words, Topics.Topic topic, List<Published> shown, List<String> wanted) {
        var own = shown.stream().filter(service -> (wanted.isEmpty() ? service.definition().topics().getFirst().equals(topic.id())
                : wanted.contains(topic.id()) && service.definition().topics().contains(topic.id()))).map(service -> rows.row(words, service)).toList();
        return new ServiceGroup(topic.id(), topic.names().getOrDefault(words.language().code(), topic.id()), own);
    }

    private static List<Filter> topicFilters(String language, List<Topics.Topic> all, List<Published> here, Choice choice) {
        return all.stream().map(topic -> new Filter(topic.id(), topic.names().getOrDefault(language, topic.id()),
                        (int) here.stream().filter(service -> service.definition().topics().contains(topic.id())).count(), choice.topics().contains(topic.id())))
                .filter(filter -> filter.count() > 0 || filter.chosen()).toList();
    }

    private static List<Filter> kindFilters(Words words, List<Published> here, Choice choice) {
        var filters = new ArrayList<Filter>();
        filters.add(new Filter("", words.say("catalog.services.any-kind"), here.size(), choice.kind().isEmpty()));
        Arrays.stream(ServiceDefinition.Kind.values()).forEach(kind -> {
            var count = (int) here.stream().filter(service -> service.definition().kind() == kind).count();
            if (count > 0) {
                filters.add(new Filter(kind.code(), words.say("catalog.kind." + kind.code()), count, kind.code().equals(choice.kind())));
            }
        });
        return filters;
    }

    private static List<Chosen> chosen(Words words, List<Topics.Topic> all, Choice choice) {
        var chosen = new ArrayList<Chosen>();
        if (!choice.asked().isBlank()) {
            chosen.add(new Chosen("«" + choice.asked() + "»", choice.address(null, false, true)));
        }
        all.stream().filter(topic -> choice.topics().contains(topic.id()))
                .forEach(topic -> chosen.add(new Chosen(topic.names().getOrDefault(words.language().code(), topic.id()), choice.address(topic.id(), false, false))));
        if (Set.of(ServiceDefinition.Kind.values()).stream().map(ServiceDefinition.Kind::code).collect(Collectors.toSet()).contains(choice.kind())) {
            chosen.add(new Chosen(words.say("catalog.kind." + choice.kind()), choice.address(null, true, false)));
        }
        return chosen;
    }
}
