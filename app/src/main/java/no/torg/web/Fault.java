package no.torg.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Which status an exception is answered with. */
final class Fault {
    private Fault() {}

    static HttpStatus status(Throwable fault) {
        return switch (fault) {
            case Refused refused -> refused.status();
            case NotFound notFound -> HttpStatus.NOT_FOUND;
            case Invalid invalid -> HttpStatus.UNPROCESSABLE_CONTENT;
            case AuthenticationException stranger -> HttpStatus.UNAUTHORIZED;
            case AccessDeniedException denied -> HttpStatus.FORBIDDEN;
            // An id that is no id names nothing, as an id that is another's does.
            case MethodArgumentTypeMismatchException mismatch ->
                    mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
            case HttpMessageNotReadableException unreadable -> HttpStatus.BAD_REQUEST;
            case ErrorResponse known -> known(known.getStatusCode());
            case MultipartException malformed -> HttpStatus.BAD_REQUEST;
            default -> databaseGone(fault) ? HttpStatus.SERVICE_UNAVAILABLE : named(fault);
        };
    }

    /** Whether the database could not be reached, or went away in the middle (SQL states 08, 57P01–57P05, and a pool that waited in vain). */
    static boolean databaseGone(@Nullable Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(cause -> switch (cause) {
            case SQLTransientConnectionException timeout -> true;
            case DataAccessResourceFailureException gone -> true;
            // neither committed nor taken back: nobody answers there any more
            case TransactionSystemException gone -> true;
            case SQLException failed -> failed.getSQLState() != null && (failed.getSQLState().startsWith("08") || failed.getSQLState().startsWith("57P0"));
            default -> false;
        });
    }

    /** Other modules' exceptions name their status by Spring's annotation. */
    private static HttpStatus named(Throwable fault) {
        var named = AnnotatedElementUtils.findMergedAnnotation(fault.getClass(), ResponseStatus.class);
        return named == null ? HttpStatus.INTERNAL_SERVER_ERROR : named.code();
    }

    private static HttpStatus known(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
