package no.torg.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Bytes on their way from a sender: that they break off is the sender's fault, told apart from a disk of ours that fails. */
final class Arriving extends FilterInputStream {

    Arriving(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException broken) {
            throw new BrokenOff();
        }
    }

    /** The sender stopped before the end. */
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    static final class BrokenOff extends RuntimeException {

        BrokenOff() {
            super("The upload broke off", null, false, false);
        }
    }
}
