package no.torg.migration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of which one knows how many bytes have been read. */
final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = super.read(bytes, from, length);
        count += Math.max(0, read);
        return read;
    }

    /** Not offered: what is read twice would be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
