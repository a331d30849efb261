package no.torg.people;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import no.torg.people.ApiTokens.Token;
import no.torg.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for the API, by the API. */
@RestController
@RequestMapping("/api/tokens")
class TokenApi {

    private final ApiTokens tokens;

    TokenApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A token to make.
     *
     * @param person whose; one's own when missing, another's for administrators
     * @param label  what it is for, to know it again by
     * @param scopes what it reaches; * is all that its person may
     * @param days   how long it lives, 1 to 366; 90 when missing
     */
    public record NewToken(@Nullable UUID person, String label, List<String> scopes, @Nullable Integer days) {
    }

    /** The token, which is told this once. */
    public record MadeToken(String token) {
    }

    /** One's own tokens that still work. */
    public record OwnTokens(List<Token> tokens) {
    }

    /** Lists one's own tokens, the newest first; what they are is not told again. */
    @GetMapping
    @Scope("admin")
    OwnTokens list(Actor actor) {
        return new OwnTokens(tokens.of(actor));
    }

    /** Makes a token. One made by a token reaches no further than that one. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    MadeToken make(Actor actor, @RequestBody NewToken wanted) {
        var person = wanted.person() == null ? actor.id() : wanted.person();
        var days = wanted.days() == null ? 90 : Fields.range("days", wanted.days(), 1, (int) ApiTokens.LONGEST.toDays());
        return new MadeToken(tokens.make(actor, person, wanted.label(), Fields.required("scopes", wanted.scopes()), Duration.ofDays(days)));
    }

    /** Ends a token at once: one's own, or anybody's for administrators. */
    @DeleteMapping("/{id}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable UUID id) {
        tokens.end(actor, id);
    }
}
