package no.torg.people.views;

import java.util.List;
import no.torg.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param mail what was typed, kept after a mistake
 * @param error why it did not work, in words; null at first
 * @param next where to go afterwards, a path of our own
 * @param kept what was typed elsewhere and waits to be sent
 */
public record SignInPage(Frame frame, String mail, @Nullable String error, String next, List<KeptField> kept) {}
