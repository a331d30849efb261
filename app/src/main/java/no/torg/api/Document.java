package no.torg.api;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document's frame: what is the same for every operation. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Document {

    static final String TOKEN = "token";
    private static final String ABOUT = """
            Everything that the pages of Torg do can be done here, by the same rules.

            **Signing in.** Send a token as `Authorization: Bearer …`. A token acts as its person, within its scopes; each operation names the scope it wants. \
            `POST /api/tokens` makes one.

            **Lists** come a page at a time: `next` is the following page's `after`, and the Link header has its address. `limit` says how many rows.

            **Errors** are problems (RFC 9457), `application/problem+json`: `code` stays the same, `title` is a sentence in the language that `Accept-Language` asks for, \
            and `errors` names the fields that are wrong. What you may not see is answered as what is not there, 404.

            **Times** are UTC instants (ISO 8601). Ids are UUIDs. What is sent and not known is refused.
            """;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Words.class, Frame.class).replaceWithClass(JsonNode.class, Object.class);
    }

    @Bean
    OpenAPI frame() {
        return new OpenAPI()
                .info(new Info().title("Torg").version("1").description(ABOUT))
                .servers(List.of(new Server().url("/").description("The organisation's own address")))
                .components(new Components().addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("A token for the API; opaque, scoped, expiring.")));
    }

    @Bean
    Operations operations() {
        return new Operations();
    }

    @Bean
    Nullness nullness() {
        return new Nullness();
    }

    @Bean
    GlobalOpenApiCustomizer names(Nullness nullness) {
        return document -> nullness.requireNamesOfTheirOwn();
    }

    @Bean
    GlobalOpenApiCustomizer order() {
        return new Order();
    }
}
