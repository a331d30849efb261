package no.torg.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what failed outside the handlers: in a filter, or refused by the container or by Spring Security. */
@Controller
class ErrorPages implements ErrorController {
    private final Errors errors;

    ErrorPages(Errors errors) {
        this.errors = errors;
    }

    @OpenToAll
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault ? inner(fault) : null;
        if (thrown != null) return errors.answer(Fault.status(thrown), thrown, request);
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? HttpStatus.resolve(given) : null;
        return errors.answer(code == null ? HttpStatus.NOT_FOUND : code, null, request);
    }

    private static Throwable inner(Throwable fault) {
        return fault instanceof ServletException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
