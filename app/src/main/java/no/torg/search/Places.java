package no.torg.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where the words to be marked stand in one field. Each is looked up once in a segment, not once for every hit: a word has dozens of forms. */
final class Places extends FieldOffsetStrategy {

    private record Marks(BytesRef word, PostingsEnum places) {
    }

    private @Nullable LeafReader open;
    private int last = -1;
    private List<Marks> marks = List.of();

    Places(UHComponents parts) {
        super(parts);
    }

    @Override
    public OffsetSource getOffsetSource() {
        return OffsetSource.POSTINGS;
    }

    @Override
    public OffsetsEnum getOffsetsEnum(LeafReader leaf, int doc, @Nullable String content) throws IOException {
        if (leaf != open || doc <= last) {
            marks = marks(leaf);
            open = leaf;
        }
        last = doc;
        var here = new ArrayList<OffsetsEnum>();
        for (var mark : marks) {
            if (mark.places.docID() == doc || mark.places.docID() < doc && mark.places.advance(doc) == doc) {
                here.add(new OffsetsEnum.OfPostings(mark.word, mark.places));
            }
        }
        return here.isEmpty() ? OffsetsEnum.EMPTY : new OffsetsEnum.MultiOffsetsEnum(here);
    }

    private List<Marks> marks(LeafReader leaf) throws IOException {
        var found = new ArrayList<Marks>();
        var terms = leaf.terms(getField());
        if (terms != null) {
            var all = terms.iterator();
            for (var word : components.terms()) {
                if (all.seekExact(word)) {
                    found.add(new Marks(word, all.postings(null, PostingsEnum.OFFSETS)));
                }
            }
        }
        return found;
    }
}
