package no.torg.people;

import java.net.URI;
import java.util.UUID;

import no.torg.people.PeopleLists.PersonRow;
import no.torg.people.PeopleLists.WholePerson;
import no.torg.web.Fields;
import no.torg.web.Language;
import no.torg.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's persons over the API, for administrators. */
@RestController
@RequestMapping("/api/persons")
class PersonApi {

    private final Persons persons;
    private final PeopleLists lists;

    PersonApi(Persons persons, PeopleLists lists) {
        this.persons = persons;
        this.lists = lists;
    }

    /**
     * A person to add.
     *
     * @param mail     nobody else's in the organisation; by it the person signs in with a local account
     * @param language nb (also when missing), nn or en
     */
    public record NewPerson(String name, @Nullable String mail, @Nullable String phone, @Nullable String language) {
    }

    /** What was made. */
    public record Made(UUID id) {
    }

    /** Lists persons, in the order they were added. {@code mail} finds the one who has it. */
    @GetMapping
    @Scope("admin")
    ResponseEntity<Listing<PersonRow>> list(Actor actor, @RequestParam(required = false) @Nullable String mail,
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var page = Listing.of(lists.persons(actor, mail, after, Listing.limit(limit) + 1), limit, PersonRow::id);
        return Listing.answer(page, page.next());
    }

    /** Adds a person. They get no account by that; an invitation gives them one. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> add(Actor actor, @RequestBody NewPerson person) {
        var language = person.language() == null ? Language.NB : Fields.language("language", person.language());
        var id = persons.add(actor, person.name(), person.mail(), person.phone(), language);
        return ResponseEntity.created(URI.create("/api/persons/" + id)).body(new Made(id));
    }

    /** Shows a person, how they belong and which roles they hold. */
    @GetMapping("/{id}")
    @Scope("admin")
    WholePerson one(Actor actor, @PathVariable UUID id) {
        return lists.person(actor, id);
    }

    /** Changes a person. What is left out stays as it is; an {@code end} that is null lets the person stay for good. */
    @PatchMapping("/{id}")
    @Scope("admin")
    WholePerson change(Actor actor, @PathVariable UUID id, @RequestBody Persons.Change change) {
        persons.change(actor, id, change);
        return lists.person(actor, id);
    }
}
