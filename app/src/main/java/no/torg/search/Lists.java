package no.torg.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;

/** Steps in a list of entries, which is read from its beginning to its end and never back. */
final class Lists {

    private Lists() {
    }

    /** Its first entry from there on that was not passed yet. */
    static int next(DocIdSetIterator list, int from) throws IOException {
        return list.docID() < from ? list.advance(from) : list.docID();
    }

    /** Whether it has the entry. */
    static boolean has(DocIdSetIterator list, int entry) throws IOException {
        return next(list, entry) == entry;
    }
}
