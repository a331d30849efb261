package no.torg.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import no.torg.people.Roles.Held;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.web.Assets;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.Language;
import no.torg.web.Refused;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tenants of this installation, each with its first administrator. For operators, who are the first tenant's, and system actors. */
@Component
public class Installations {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int NAME = 200;
    private static final int MOST_HOSTS = 50;

    private final Tenants tenants;
    private final Persons persons;
    private final Roles roles;
    private final TransactionTemplate transaction;

    Installations(Tenants tenants, Persons persons, Roles roles, PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.persons = persons;
        this.roles = roles;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A tenant to add.
     *
     * @param theme   the name of one of Torg's themes
     * @param zone    the time zone, as Europe/Oslo
     * @param hosts   the host names it answers at
     * @param contact what the foot of its pages says, by kind: address, hours, phone
     */
    public record NewTenant(String slug, String name, String theme, String zone, List<String> hosts, @Nullable Map<String, String> contact, Administrator administrator) {
    }

    /** A tenant's first administrator. */
    public record Administrator(String name, String mail) {
    }

    /** The tenant that now is there; {@code token} is that of the link by which its administrator chooses a password. */
    public record Added(Tenant tenant, UUID administrator, String token) {
    }

    /** All tenants, oldest first. */
    public List<Tenant> all(Actor actor) {
        requireOperator(actor);
        return tenants.all();
    }

    /** Adds a tenant that has an administrator from the first moment; nothing is added if anything is wrong with either. */
    public Added add(Actor actor, NewTenant wanted) {
        requireOperator(actor);
        var hosts = hosts(wanted.hosts());
        var slug = checkedSlug(wanted.slug());
        var name = Fields.text("name", wanted.name(), NAME);
        var theme = Fields.choice("theme", wanted.theme(), Assets.themes());
        var zone = zone(wanted.zone());
        var contact = contact(wanted.contact());
        var first = Fields.required("administrator", wanted.administrator());
        var called = Fields.text("administrator.name", first.name(), NAME);
        var mail = Fields.required("administrator.mail", Persons.mail(first.mail()));
        var tenant = made(slug, name, theme, zone, contact, hosts);
        var system = Actor.system("operator");
        return tenant.ask(() -> transaction.execute(status -> {
            var person = persons.add(system, called, mail, null, Language.NB);
            roles.grant(system, new Held(person, RoleKind.ADMINISTRATOR.code(), "tenant", null), null);
            return new Added(tenant, person, persons.invite(system, person));
        }));
    }

    private Tenant made(String slug, String name, String theme, ZoneId zone, Map<String, String> contact, List<String> hosts) {
        try {
            return tenants.add(slug, name, theme, zone, contact, hosts);
        } catch (IntegrityConstraintViolationException addedMeanwhile) {
            throw new Refused("people.tenant.taken", slug).about("slug");
        }
    }

    private String checkedSlug(@Nullable String slug) {
        if (!SLUG.matcher(Fields.required("slug", slug)).matches()) {
            throw new Invalid("slug", "people.tenant.slug");
        }
        if (tenants.bySlug(slug).isPresent()) {
            throw new Refused("people.tenant.taken", slug).about("slug");
        }
        return slug;
    }

    private List<String> hosts(@Nullable List<String> given) {
        var hosts = Fields.required("hosts", given).stream().map(host -> Fields.text("hosts", host, 253).toLowerCase(Locale.ROOT)).distinct().toList();
        Fields.range("hosts", hosts.size(), 1, MOST_HOSTS);
        for (var host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new Invalid("hosts", "people.tenant.host", host);
            }
            if (tenants.ofHost(host).isPresent()) {
                throw new Refused("people.tenant.host-taken", host).about("hosts");
            }
        }
        return hosts;
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return ZoneId.of(Fields.required("zone", zone));
        } catch (DateTimeException unknown) {
            throw new Invalid("zone", "people.tenant.zone", zone);
        }
    }

    private static Map<String, String> contact(@Nullable Map<String, String> given) {
        var contact = new LinkedHashMap<String, String>();
        Fields.range("contact", given == null ? 0 : given.size(), 0, 30);
        if (given != null) {
            given.forEach((kind, text) -> contact.put(Fields.text("contact", kind, 40), Fields.text("contact." + kind, text, 300)));
        }
        return contact;
    }

    private void requireOperator(Actor actor) {
        var operates = actor.roles().contains(RoleKind.OPERATOR.code()) && Tenant.current().id() == tenants.first().id();
        if (actor.person() != null && !operates) {
            throw new Forbidden();
        }
    }
}
