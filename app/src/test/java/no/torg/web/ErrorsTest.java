package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;

@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest {
    private static final String TOKEN = "q3Zl0b8yWn4Vd2-aT_kR7sJ5uX1cM9eHfGhIoPyBvNw";

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Errors errors = new Errors(new Frames(new Messages(true), beans.getBeanProvider(ViewerSource.class), List.of(), beans.getBeanProvider(java.time.Clock.class),
        beans.getBeanProvider(Bell.class)));

    @Test
    void theLogHasNoLinkByWhichSomebodyCouldChooseAPassword(CapturedOutput log) {
        for (var status : List.of(HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE)) {
            errors.answer(status, new IllegalStateException("broken"), new MockHttpServletRequest("GET", "/password/" + TOKEN));
        }
        assertThat(log).contains("GET /password/…", "Unavailable").doesNotContain(TOKEN);
    }

    @Test
    void aDatabaseThatIsGoneBeforeTheEndIsUnavailable() {
        var closed = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(Fault.status(closed)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void theLogHasOtherAddresses(CapturedOutput log) {
        var address = "/imports/0198c0de-1234-7abc-8def-0123456789ab";
        errors.answer(HttpStatus.INTERNAL_SERVER_ERROR, null, new MockHttpServletRequest("GET", address));
        assertThat(log).contains(address);
    }
}
