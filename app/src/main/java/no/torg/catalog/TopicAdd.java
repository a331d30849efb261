package no.torg.catalog;

import java.io.PrintStream;
import java.util.Map;

import no.torg.catalog.Topics.Topic;
import no.torg.people.Actor;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg topic add}. */
@Called(name = "topic add", usage = "ID --nb NAME --nn NAME --en NAME [--icon Files] [--tenant T]", does = "add or rename a topic that services are sorted under")
class TopicAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Topics topics;
    private final Tenants tenants;

    TopicAdd(Topics topics, Tenants tenants) {
        this.topics = topics;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var known = topics.all().stream().map(Topic::id).toList();
            var id = arguments.word(0, "the topic, as it-and-access");
            var before = topics.byId(id);
            var names = Map.of("nb", arguments.option("nb"), "nn", arguments.option("nn"), "en", arguments.option("en"));
            var icon = arguments.given("icon").or(() -> before.map(Topic::icon)).orElse("Files");
            topics.keep(OPERATOR, new Topic(id, icon, names, before.map(Topic::notes).orElse(Map.of())), before.isPresent() ? known.indexOf(id) : known.size());
            out.println("The tenant has the topic " + id + ".");
        });
    }
}
