package no.torg.people;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Spoken;
import no.torg.verbs.Verb;
import no.torg.verbs.Verb.Arguments;
import no.torg.verbs.Verb.Misuse;
import no.torg.web.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Setting up tenants and people from the command line; {@code --tenant} names the tenant by its short name, without it the first is meant. */
@Configuration(proxyBeanMethods = false)
class PeopleVerbs {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Tenants tenants;
    private final Persons persons;
    private final Organisation organisation;
    private final ApiTokens tokens;
    private final Environment environment;

    PeopleVerbs(Tenants tenants, Persons persons, Organisation organisation, ApiTokens tokens, Environment environment) {
        this.tenants = tenants;
        this.persons = persons;
        this.organisation = organisation;
        this.tokens = tokens;
        this.environment = environment;
    }

    @Bean
    Verb tenantAdd() {
        return new Spoken("tenant add", "SLUG --name NAME --host a,b --admin-mail MAIL --admin-name NAME [--theme T] [--zone Z]  add a tenant with its first administrator", (said, out) -> {
            var tenant = tenants.add(said.word(0, "the tenant's short name"), said.option("name"), said.option("theme", "fjordvik"),
                    ZoneId.of(said.option("zone", "Europe/Oslo")), Map.of(), List.of(said.option("host").split(",")));
            tenant.run(() -> {
                organisation.keepAudience(OPERATOR, new Organisation.Audience("employee", Map.of("nb", "Ansatt", "nn", "Tilsett", "en", "Employee")), 0);
                organisation.addUnit(OPERATOR, said.option("name"), null, null);
                administrator(said.option("admin-mail"), said.option("admin-name"), out);
            });
        });
    }

    @Bean
    Verb tenantList() {
        return new Spoken("tenant list", " the tenants and the hosts they answer at",
                (said, out) -> tenants.all().forEach(tenant -> out.println(tenant.slug() + "\t" + tenant.name() + "\t" + String.join(",", tenants.hosts(tenant)))));
    }

    @Bean
    Verb adminCreate() {
        return here("admin create", "MAIL --name NAME  make an administrator and print a one-time link", (said, out) -> administrator(said.word(0, "a mail"), said.option("name"), out));
    }

    @Bean
    Verb unitAdd() {
        return here("unit add", "NAME [--parent NAME] [--number N]  add a unit", (said, out) -> out.println(organisation.addUnit(OPERATOR, said.word(0, "a name"),
                said.options().containsKey("parent") ? unit(said.option("parent")) : null, said.options().get("number"))));
    }

    @Bean
    Verb teamAdd() {
        return here("team add", "NAME --unit NAME [--parent NAME]  add a team", (said, out) -> out.println(organisation.addTeam(OPERATOR, said.word(0, "a name"),
                unit(said.option("unit")), said.options().containsKey("parent") ? team(said.option("parent")) : null)));
    }

    @Bean
    Verb personAdd() {
        return here("person add", "NAME --mail MAIL [--phone P] [--language nb|nn|en]  add a person", (said, out) -> out.println(persons.add(OPERATOR, said.word(0, "a name"),
                said.option("mail"), said.options().get("phone"), Language.of(said.option("language", "nb")).orElseThrow(() -> new Misuse("The language is nb, nn or en")))));
    }

    @Bean
    Verb personInvite() {
        return here("person invite", "MAIL  print a one-time link to choose a password", (said, out) -> out.println(link(said.word(0, "a mail"))));
    }

    @Bean
    Verb affiliationAdd() {
        return here("affiliation add", "MAIL KIND --unit NAME  let a person belong to a unit", (said, out) -> out.println(organisation.affiliate(OPERATOR,
                person(said.word(0, "a mail")), said.word(1, "a kind, as employee"), unit(said.option("unit")))));
    }

    @Bean
    Verb roleGrant() {
        return here("role grant", "MAIL ROLE [--team NAME | --unit NAME]  grant a role, for the whole tenant where no scope is given", (said, out) -> {
            var options = said.options();
            var scope = options.containsKey("team") ? team(options.get("team")) : options.containsKey("unit") ? unit(options.get("unit")) : null;
            var kind = options.containsKey("team") ? "team" : options.containsKey("unit") ? "unit" : "tenant";
            out.println(organisation.grant(OPERATOR, person(said.word(0, "a mail")), said.word(1, "a role"), kind, scope, null));
        });
    }

    @Bean
    Verb roleRevoke() {
        return here("role revoke", "ID  end a role now", (said, out) -> organisation.revoke(OPERATOR, Persons.id(said.word(0, "the role's id")).orElseThrow(() -> new Misuse("That is no id"))));
    }

    @Bean
    Verb token() {
        return here("token", "MAIL [--scopes a,b] [--days N]  print a token for the API that acts as the person", (said, out) -> out.println(tokens.make(OPERATOR,
                person(said.word(0, "a mail")), "command line", List.of(said.option("scopes", "*").split(",")), Duration.ofDays(Long.parseLong(said.option("days", "30"))))));
    }

    private void administrator(String mail, String name, PrintStream out) {
        var id = persons.byMail(mail).orElseGet(() -> persons.add(OPERATOR, name, mail, null, Language.NB));
        organisation.grant(OPERATOR, id, "administrator", "tenant", null, null);
        out.println(link(mail));
    }

    private String link(String mail) {
        var token = persons.invite(OPERATOR, mail);
        return "http://" + tenants.hosts(Tenant.current()).getFirst() + ":" + environment.getProperty("TORG_PORT", "8080") + "/password/" + token;
    }

    private UUID person(String mail) {
        return persons.byMail(mail).orElseThrow(() -> new Misuse("Nobody has the mail " + mail));
    }

    private UUID unit(String name) {
        return organisation.unitByName(name).orElseThrow(() -> new Misuse("There is no unit called " + name));
    }

    private UUID team(String name) {
        return organisation.teamByName(name).orElseThrow(() -> new Misuse("There is no team called " + name));
    }

    private Verb here(String name, String usage, BiConsumer<Arguments, PrintStream> does) {
        return new Spoken(name, usage, (said, out) -> tenants.meant(said.options().get("tenant")).run(() -> does.accept(said, out)));
    }
}
