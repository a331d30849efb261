package no.torg.people.views;

import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where a person with a one-time link chooses a password.
 *
 * @param error why the password was not taken, in words; null at first
 */
public record PasswordPage(Frame frame, String token, String mail, int shortest, @Nullable String error) {}
