package no.torg.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import no.torg.notifications.Subjects;
import no.torg.people.Actor;
import no.torg.web.Language;
import org.springframework.stereotype.Component;

/** Names cases in people's news, read through the access rule. */
@Component
class CaseSubjects implements Subjects {

    private final CaseFinds finds;

    CaseSubjects(CaseFinds finds) {
        this.finds = finds;
    }

    @Override
    public String kind() {
        return CaseFile.KIND;
    }

    @Override
    public Map<UUID, Named> named(Actor actor, Language language, Collection<UUID> subjects) {
        var named = new HashMap<UUID, Named>();
        finds.read(actor, language, subjects).forEach((id, found) ->
                named.put(id, new Named(found.title(), found.number(), (found.own() ? "/cases/" : "/work/cases/") + found.number())));
        return named;
    }
}
