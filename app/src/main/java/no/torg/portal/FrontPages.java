package no.torg.portal;

import java.util.List;
import java.util.Optional;

import no.torg.cases.CaseTexts;
import no.torg.cases.RequesterCases;
import no.torg.cases.RequesterCases.Some;
import no.torg.catalog.Services;
import no.torg.catalog.ServiceRows;
import no.torg.catalog.Topics;
import no.torg.catalog.views.TopicCard;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.portal.views.FrontPage;
import no.torg.web.Frame;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the front page: what one may need, and what happens next with what one has asked for. */
@Component
class FrontPages {

    private static final int CASES = 3;
    private static final int SERVICES = 6;
    private static final int MEASURED_DAYS = 90;

    private final Services services;
    private final ServiceRows rows;
    private final Topics topics;
    private final Organisation organisation;
    private final RequesterCases cases;
    private final CaseTexts texts;

    FrontPages(Services services, ServiceRows rows, Topics topics, Organisation organisation, RequesterCases cases, CaseTexts texts) {
        this.services = services;
        this.rows = rows;
        this.topics = topics;
        this.organisation = organisation;
        this.cases = cases;
        this.texts = texts;
    }

    FrontPage front(Frame frame, Optional<Actor> viewer, @Nullable String wanted) {
        var words = frame.words();
        var language = words.language().code();
        var audiences = organisation.audiences();
        var audience = audience(audiences, viewer, wanted);
        var here = services.published(language).stream().filter(service -> audience.isEmpty() || service.definition().audiences().contains(audience)).toList();
        var mine = viewer.map(actor -> cases.open(actor, words.language(), CASES)).orElse(new Some(List.of(), 0));
        var used = rows.byUse(here).stream().limit(SERVICES).map(service -> rows.row(words, service)).toList();
        var cards = topics.all().stream().filter(topic -> here.stream().anyMatch(service -> service.definition().topics().contains(topic.id())))
                .map(topic -> new TopicCard(topic.names().getOrDefault(language, topic.id()), topic.notes().getOrDefault(language, ""), topic.icon(),
                        "/services?audience=" + audience + "&topic=" + topic.id())).toList();
        var tabs = audiences.stream().map(known -> new Tab(known.names().getOrDefault(language, known.id()), "/?audience=" + known.id(), known.id().equals(audience)))
                .toList();
        return new FrontPage(frame, mine.cases().stream().map(file -> texts.summary(words, file)).toList(), mine.all(), tabs, cards, used, here.size(),
                used.stream().anyMatch(service -> service.usual() != null) ? MEASURED_DAYS : 0);
    }

    private static String audience(List<Organisation.Audience> audiences, Optional<Actor> viewer, @Nullable String wanted) {
        var known = audiences.stream().map(Organisation.Audience::id).toList();
        return Optional.ofNullable(wanted).filter(known::contains)
                .or(() -> viewer.flatMap(actor -> actor.affiliations().stream().map(Actor.Belonging::kind).filter(known::contains).findFirst()))
                .or(() -> known.stream().findFirst()).orElse("");
    }
}
