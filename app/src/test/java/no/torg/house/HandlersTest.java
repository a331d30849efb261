package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.OpenToAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Transactional;

/** Every handler that there is: who reaches it, by which token, and that a forged form does not. */
@TorgTest
class HandlersTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private World world;

    @Test
    void every_handler_takes_the_actor_or_says_that_it_is_open_to_all() {
        var handlers = Handlers.of(context);
        assertThat(handlers).hasSizeGreaterThan(15);
        assertThat(handlers).filteredOn(handler -> !takesActor(handler) && !handler.method().hasMethodAnnotation(OpenToAll.class)).isEmpty();
    }

    @Test
    void every_handler_of_the_api_that_takes_the_actor_names_its_scope() {
        assertThat(Handlers.of(context)).filteredOn(handler -> handler.isApi() && takesActor(handler) && !handler.method().hasMethodAnnotation(Scope.class)).isEmpty();
    }

    @Test
    void scopes_are_named_by_module_and_reading_ones_are_for_reading() {
        for (var handler : Handlers.of(context)) {
            var scope = handler.method().getMethodAnnotation(Scope.class);
            if (scope != null) {
                assertThat(scope.value()).as(handler.toString()).matches("[a-z]+:(read|write)|admin");
                assertThat(scope.value().endsWith(":read") || scope.value().equals("admin") && handler.verb().equals("GET")).as(handler + " has the scope " + scope.value()).isEqualTo(handler.verb().equals("GET"));
            }
        }
    }

    @Test
    void no_page_view_opens_a_writing_transaction() {
        assertThat(Handlers.of(context)).filteredOn(handler -> handler.verb().equals("GET"))
                .noneMatch(handler -> handler.method().hasMethodAnnotation(Transactional.class)
                        || AnnotatedElementUtils.hasAnnotation(handler.method().getBeanType(), Transactional.class));
    }

    @Test
    void every_change_refuses_a_form_without_its_token_and_one_with_a_wrong_token() {
        var tried = new TreeSet<String>();
        for (var handler : Handlers.of(context)) {
            if (!handler.verb().equals("GET")) {
                var path = handler.path().replaceAll("\\{[^}]+}", "0");
                var bare = world.browser("kari-lunde").send(handler.verb(), path, "application/x-www-form-urlencoded", "text=hei".getBytes());
                assertThat(bare.status()).as(handler.toString()).isEqualTo(403);
                var forged = world.browser("kari-lunde").send(handler.verb(), path, "application/x-www-form-urlencoded", "text=hei&_csrf=0123456789".getBytes());
                assertThat(forged.status()).as(handler.toString()).isEqualTo(403);
                tried.add(path);
            }
        }
        assertThat(tried).hasSizeGreaterThan(5);
    }

    @Test
    void a_token_without_the_scope_reaches_nothing_and_a_wrong_token_nobody() {
        var scopes = Handlers.of(context).stream().map(handler -> handler.method().getMethodAnnotation(Scope.class)).filter(Objects::nonNull).map(Scope::value)
                .collect(Collectors.toSet());
        for (var handler : Handlers.of(context)) {
            if (takesActor(handler)) {
                var path = handler.path().replaceAll("\\{[^}]+}", "0");
                var scope = handler.method().getMethodAnnotation(Scope.class);
                var others = scopes.stream().filter(other -> scope == null || !other.equals(scope.value())).toArray(String[]::new);
                var other = world.api("kari-lunde", others.length == 0 ? new String[] {"live:read"} : others);
                // 415: what takes another kind of body is not reached either
                assertThat(other.send(handler.verb(), path, null).status()).as(handler.toString()).isIn(403, 415);
                var wrong = world.stranger("fjordvik").with("Authorization", "Bearer wrong").send(handler.verb(), path, null);
                assertThat(wrong.status()).as(handler.toString()).isIn(401, 415);
            }
        }
    }

    private static boolean takesActor(Handlers.Handler handler) {
        return Arrays.stream(handler.method().getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Actor.class);
    }
}
