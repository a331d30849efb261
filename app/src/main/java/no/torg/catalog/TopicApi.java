package no.torg.catalog;

import java.util.List;
import java.util.Map;

import no.torg.catalog.Topics.Topic;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Scope;
import no.torg.web.Fields;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What services are sorted under, over the API, for administrators. */
@RestController
@RequestMapping("/api/topics")
class TopicApi {

    private final Topics topics;

    TopicApi(Topics topics) {
        this.topics = topics;
    }

    /** All topics, in the order that people see them. */
    public record AllTopics(List<Topic> topics) {
    }

    /**
     * What a topic is to be.
     *
     * @param position lower ones come first
     * @param icon     the name of one of the icons
     * @param names    in nb, nn and en
     * @param notes    a few words on what is in it, in nb, nn and en; may be missing
     */
    public record TopicChange(Integer position, String icon, Map<String, String> names, @Nullable Map<String, String> notes) {
    }

    /** Lists the topics. */
    @GetMapping
    @Scope("admin")
    AllTopics all(Actor actor) {
        Administration.require(actor);
        return new AllTopics(topics.all());
    }

    /** Shows a topic. */
    @GetMapping("/{id}")
    @Scope("admin")
    Topic one(Actor actor, @PathVariable String id) {
        Administration.require(actor);
        return topics.byId(id).orElseThrow(() -> new NotFound("topic"));
    }

    /** Adds a topic or changes it. */
    @PutMapping("/{id}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(Actor actor, @PathVariable String id, @RequestBody TopicChange wanted) {
        var notes = wanted.notes() == null ? Map.<String, String>of() : wanted.notes();
        topics.keep(actor, new Topic(id, wanted.icon(), wanted.names(), notes), Fields.required("position", wanted.position()));
    }
}
