package no.torg.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.DisconnectedClientHelper;

/** An answer that is kept until it is whole, so that who made it is done however slowly it is read. */
final class WholeAnswer extends ContentCachingResponseWrapper {
    WholeAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Writes it to who asked; nobody is told that they have gone. */
    void send() throws IOException {
        try {
            // nothing is flushed: the end of the request does that, in one write where the answer is small
            copyBodyToResponse(false);
        } catch (IOException failed) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(failed)) throw failed;
        }
    }
}
