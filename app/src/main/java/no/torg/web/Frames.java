package no.torg.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** Makes the frame of a request's page, once a request. Needs neither tenant nor database, so that errors too have one. */
@Component
public final class Frames {
    static final String LANGUAGE = "lang";
    static final String SCHEME = "scheme";
    static final String DEFAULT_THEME = "fjordvik";
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Oslo");

    private final Messages messages;
    private final SingletonSupplier<List<ViewerSource>> viewers;
    private final List<MenuItems> menus;
    private final SingletonSupplier<Clock> clock;
    private final SingletonSupplier<List<Bell>> bells;

    Frames(Messages messages, ObjectProvider<ViewerSource> viewers, List<MenuItems> menus, ObjectProvider<Clock> clock, ObjectProvider<Bell> bells) {
        this.messages = messages;
        // asked for when all is there, and once: to look them up at every page is a thirtieth of it
        this.viewers = SingletonSupplier.of(() -> viewers.stream().toList());
        this.menus = menus;
        this.clock = SingletonSupplier.of(() -> clock.getIfAvailable(Clock::systemUTC));
        this.bells = SingletonSupplier.of(() -> bells.stream().toList());
    }

    /** The frame of this request's page. */
    public Frame of(HttpServletRequest request) {
        if (request.getAttribute(Frame.class.getName()) instanceof Frame made) return made;
        var frame = make(request, viewer(request));
        request.setAttribute(Frame.class.getName(), frame);
        return frame;
    }

    /** A frame that asks nobody who is looking nor what is new, for when the database is gone. */
    Frame bare(HttpServletRequest request) {
        return request.getAttribute(Frame.class.getName()) instanceof Frame made ? made.quiet() : make(request, Optional.empty()).quiet();
    }

    /** The words of this request, for answers that are no page. */
    public Words words(HttpServletRequest request) {
        return words(request, viewer(request));
    }

    private Words words(HttpServletRequest request, Optional<Viewer> viewer) {
        var zone = Tenant.isBound() ? Tenant.current().zone() : DEFAULT_ZONE;
        return new Words(messages, language(request, viewer), zone, clock.obtain().instant());
    }

    private Frame make(HttpServletRequest request, Optional<Viewer> known) {
        var tenant = Tenant.isBound() ? Tenant.current() : null;
        var viewer = known.orElse(null);
        var scheme = Scheme.of(request.getParameter(SCHEME)).or(() -> Scheme.of(cookie(request, SCHEME))).orElse(Scheme.AUTO);
        var items = menus.stream().flatMap(menu -> menu.items(viewer).stream()).sorted(Comparator.comparingInt(MenuItem::order)).toList();
        return new Frame(tenant == null ? "Torg" : tenant.name(), tenant == null ? DEFAULT_THEME : tenant.theme(),
                tenant == null ? Map.of() : tenant.contact(), words(request, known), viewer, path(request), csrf(request), scheme, items,
                () -> bells.obtain().stream().mapToInt(bell -> bell.unread(request)).sum());
    }

    /** Who is looking; empty for a stranger. */
    Optional<Viewer> viewer(HttpServletRequest request) {
        return viewers.obtain().stream().flatMap(source -> source.viewer(request).stream()).findFirst();
    }

    private static Language language(HttpServletRequest request, Optional<Viewer> viewer) {
        return Language.of(request.getParameter(LANGUAGE))
                .or(() -> Language.of(cookie(request, LANGUAGE)))
                .or(() -> viewer.flatMap(Viewer::language))
                .or(() -> accepted(request))
                .orElse(Language.NB);
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Optional.empty();
        return Collections.list(request.getLocales()).stream().flatMap(locale -> Language.of(locale.toLanguageTag()).stream()).findFirst();
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }

    private static String path(HttpServletRequest request) {
        // what fails outside the handlers is answered at an address of its own
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
        var asked = "GET".equals(request.getMethod()) && request.getQueryString() != null ? "?" + request.getQueryString() : "";
        var path = UriComponentsBuilder.fromUriString(uri.replaceFirst("^/+", "/") + asked);
        Set.of(LANGUAGE, SCHEME).forEach(path::replaceQueryParam);
        return path.build().toUriString();
    }

    private static @Nullable CsrfToken csrf(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
