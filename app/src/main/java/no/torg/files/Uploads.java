package no.torg.files;

import static no.torg.db.files.Tables.UPLOAD;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that people send before they hang on a message: only their sender may use them, and only once. How much one may have sent and not used has a bound. */
@Component
public class Uploads {

    private final Files files;
    private final FilesSettings settings;
    private final DSLContext db;

    Uploads(Files files, FilesSettings settings, DSLContext db) {
        this.files = files;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Receives a file: the bytes are safe before the row that names them. Refusals are those of {@link Files#store}, and where the person has sent and not
     * used as much as one may.
     */
    public Upload receive(Actor actor, InputStream in, String name) {
        checkRoom(actor);
        var stored = files.store(Tenant.current().id(), in, name, Long.MAX_VALUE);
        var upload = new Upload(UuidCreator.getTimeOrderedEpoch(), stored.hash(), stored.name(), stored.mediaType(), stored.size());
        db.insertInto(UPLOAD).set(UPLOAD.TENANT_ID, Tenant.current().id()).set(UPLOAD.ID, upload.id()).set(UPLOAD.HASH, upload.hash())
            .set(UPLOAD.NAME, upload.name()).set(UPLOAD.MEDIA_TYPE, upload.mediaType()).set(UPLOAD.SIZE, upload.size())
            .set(UPLOAD.PERSON_ID, actor.id()).execute();
        return upload;
    }

    /** What was thrown away counts too until it is swept: its bytes are on the disk until then. */
    private void checkRoom(Actor actor) {
        var size = DSL.coalesce(DSL.sum(UPLOAD.SIZE), DSL.inline(0)).cast(Long.class);
        var unused = db.select(DSL.count(), size).from(UPLOAD).where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.PERSON_ID.eq(actor.id()), UPLOAD.USED_BY.isNull()).fetchSingle();
        var most = settings.maxUnusedSize().toBytes();
        if (unused.value1() >= settings.maxUnused() || unused.value2() >= most) {
            throw new Refused("files.upload.too-much", unused.value1(), Files.megabytes(unused.value2()), settings.maxUnused(), Files.megabytes(most));
        }
    }

    /** Receives the files of a page's form, in order, and gives the ids they are used by; a field in which none was chosen is passed over. */
    public List<UUID> receive(Actor actor, List<MultipartFile> sent) throws IOException {
        var received = new ArrayList<UUID>();
        for (var file : chosen(sent)) {
            try (var in = file.getInputStream()) {
                received.add(receive(actor, in, String.valueOf(file.getOriginalFilename())).id());
            }
        }
        return received;
    }

    /** Those of a form's files that were chosen: a browser sends one without a name for a field in which none was. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> sent) {
        return sent == null ? List.of() : sent.stream().filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()).toList();
    }

    /** Those of the ids that are the actor's own and still unused, in the order asked. */
    public List<Upload> mine(Actor actor, List<UUID> ids) {
        var found = db.selectFrom(UPLOAD).where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.PERSON_ID.eq(actor.id()), unused(), UPLOAD.ID.in(ids))
            .fetchMap(UPLOAD.ID, Uploads::upload);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Hangs the files on something, in the caller's transaction; refuses any that is not the actor's own and unused, and too many. */
    public List<Upload> use(Actor actor, List<UUID> ids, UUID usedBy) {
        var wanted = List.copyOf(new LinkedHashSet<>(ids));
        files.checkCount(wanted.size());
        if (wanted.isEmpty()) {
            return List.of();
        }
        var used = db.update(UPLOAD).set(UPLOAD.USED_BY, usedBy)
            .where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.PERSON_ID.eq(actor.id()), unused(), UPLOAD.ID.in(wanted))
            .returning().fetchMap(UPLOAD.ID, Uploads::upload);
        if (used.size() != wanted.size()) {
            throw new Refused("files.upload.unknown");
        }
        return wanted.stream().map(used::get).toList();
    }

    /** Throws away a file that the actor has sent and not used; any other is not found. Row and bytes go with a sweep, a day after it was sent. */
    public void forget(Actor actor, UUID id) {
        var gone = db.update(UPLOAD).set(UPLOAD.FORGOTTEN_AT, DSL.currentInstant())
            .where(Tenant.owns(UPLOAD.TENANT_ID), UPLOAD.PERSON_ID.eq(actor.id()), unused(), UPLOAD.ID.eq(id)).execute();
        if (gone == 0) {
            throw new NotFound("upload " + id);
        }
    }

    private static Condition unused() {
        return UPLOAD.USED_BY.isNull().and(UPLOAD.FORGOTTEN_AT.isNull());
    }

    private static Upload upload(Record row) {
        return new Upload(row.get(UPLOAD.ID), row.get(UPLOAD.HASH), row.get(UPLOAD.NAME), row.get(UPLOAD.MEDIA_TYPE), row.get(UPLOAD.SIZE));
    }
}
