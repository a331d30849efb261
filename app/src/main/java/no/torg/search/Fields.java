package no.torg.search;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * How an entry lies in the index. Words lie in fields of the tenant's and the kind's own – a shelf –, so that neither words, nor how common they are,
 * nor how they are misspelt pass from one tenant to another, and a few services are found among many cases at no cost; every other term carries
 * the tenant's number too.
 */
final class Fields {

    static final String SUBJECT = "subject";
    static final String KIND_NAME = "kind-name";
    static final String TEAM = "team";
    static final String ACCESS = "access";
    static final String EXCEPT = "except";
    static final String AUDIENCE = "audience";
    static final String AT = "at";
    /** Decides between entries that are otherwise equal: random bits of the entry's id. */
    static final String TIE = "tie";
    static final String KEYS = "keys";
    /** A feature of each shelf: where nothing is boosted, less must be read to know the best. */
    static final String BOOST = "boost";

    private static final String TITLE = "title.";
    private static final FieldType PROSE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    private static final FieldType EXACT = type(IndexOptions.DOCS, false);

    private Fields() {
    }

    static String shelf(int tenant, String kind) {
        return tenant + "." + kind;
    }

    /** All shelves of a tenant, in a fixed order. */
    static List<String> shelves(int tenant, IndexReader reader) {
        String start = text(shelf(tenant, ""));
        var shelves = new TreeSet<String>();
        for (var field : FieldInfos.getMergedFieldInfos(reader)) {
            if (field.name.startsWith(start)) {
                shelves.add(shelf(tenant, field.name.substring(start.length())));
            }
        }
        return List.copyOf(shelves);
    }

    static String text(String shelf) {
        return "text." + shelf;
    }

    static String title(String shelf) {
        return TITLE + shelf;
    }

    static boolean isTitle(String field) {
        return field.startsWith(TITLE);
    }

    static String exact(String shelf) {
        return "exact." + shelf;
    }

    static BytesRef term(int tenant, Object value) {
        return new BytesRef(tenant + "/" + value);
    }

    static String audience(boolean internal) {
        return internal ? "internal" : "public";
    }

    static Document of(int tenant, Entry entry) {
        var document = new Document();
        document.add(new StringField(SUBJECT, term(tenant, entry.subject()), Field.Store.NO));
        document.add(new StringField(AUDIENCE, term(tenant, audience(entry.internal())), Field.Store.NO));
        if (entry.team() != null) {
            document.add(new StringField(TEAM, term(tenant, entry.team()), Field.Store.NO));
        }
        addAll(document, ACCESS, tenant, entry.access());
        addAll(document, EXCEPT, tenant, entry.except());
        document.add(NumericDocValuesField.indexedField(AT, entry.at().toEpochMilli()));
        document.add(new NumericDocValuesField(TIE, entry.id().getLeastSignificantBits()));
        document.add(new SortedDocValuesField(KIND_NAME, new BytesRef(entry.kind())));
        document.add(new BinaryDocValuesField(KEYS, new BytesRef(ByteBuffer.allocate(32)
            .putLong(entry.subject().getMostSignificantBits()).putLong(entry.subject().getLeastSignificantBits())
            .putLong(entry.id().getMostSignificantBits()).putLong(entry.id().getLeastSignificantBits()).array())));
        if (entry.boost() > 0) {
            document.add(new FeatureField(BOOST, shelf(tenant, entry.kind()), entry.boost()));
        }
        var language = Language.of(entry.language(), entry.text());
        String shelf = shelf(tenant, entry.kind());
        document.add(new Prose(title(shelf), entry.title(), PROSE, language));
        document.add(new Prose(text(shelf), entry.text(), PROSE, language));
        entry.exact().forEach(exact -> document.add(new Prose(exact(shelf), exact, EXACT, language)));
        return document;
    }

    static UUID subject(BytesRef keys) {
        return uuid(keys, 0);
    }

    static UUID entry(BytesRef keys) {
        return uuid(keys, 16);
    }

    private static UUID uuid(BytesRef keys, int at) {
        var bytes = ByteBuffer.wrap(keys.bytes, keys.offset + at, 16);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void addAll(Document document, String field, int tenant, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term(tenant, term), Field.Store.NO)));
    }

    private static FieldType type(IndexOptions options, boolean prose) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(!prose);
        type.setStored(prose);
        type.freeze();
        return type;
    }

    /** Text whose words are cut by its language. */
    private static final class Prose extends Field {

        private final Language language;

        Prose(String name, String text, FieldType type, Language language) {
            super(name, text, type);
            this.language = language;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            return Analysis.text(name(), stringValue(), language);
        }
    }
}
