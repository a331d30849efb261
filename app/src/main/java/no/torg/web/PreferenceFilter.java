package no.torg.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a choice of language ({@code ?lang=nn}) or colours ({@code ?scheme=dark}) in a cookie for a year. */
@Component
class PreferenceFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if ("GET".equals(request.getMethod()) && request.getQueryString() != null) {
            Language.of(request.getParameter(Frames.LANGUAGE)).ifPresent(chosen -> keep(request, response, Frames.LANGUAGE, chosen.code()));
            Scheme.of(request.getParameter(Frames.SCHEME)).ifPresent(chosen -> keep(request, response, Frames.SCHEME, chosen.code()));
        }
        chain.doFilter(request, response);
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365)).sameSite("Lax").httpOnly(true).secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
