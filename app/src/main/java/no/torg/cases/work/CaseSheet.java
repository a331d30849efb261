package no.torg.cases.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.conversations.MessageReads.Draft;
import no.torg.conversations.MessageReads.File;
import no.torg.conversations.MessageReads.Message;
import no.torg.events.EventReads.Told;
import no.torg.people.Organisation.Team;
import no.torg.people.PersonReads.Belonging;
import no.torg.people.Persons.Named;
import org.jspecify.annotations.Nullable;

/**
 * All of a case that its page or the API shows to this reader; what a part does not show is empty.
 *
 * @param staff    whether the reader works with the case
 * @param said     how many messages the reader may see
 * @param readTo   how far the reader has read
 * @param told     the newest first
 * @param fields   what the system it was imported from said of it besides, as a map of texts in JSON
 * @param named    the persons and units that the answers name, by id
 * @param workers  who may be given the case
 */
record CaseSheet(ListedCase file, boolean staff, String channel, @Nullable String priorityReason, Clocks clocks, List<Wait> waits, Asker asker, int said,
        int readTo, List<Message> messages, List<Draft> drafts, List<File> files, List<Told> told, String answers, String fields, Map<String, String> named, List<Named> workers, List<Team> teams) {

    /** The parts that are read apart. */
    enum Part { TALK, ANSWERS, HISTORY, ROW }

    /** The clocks' times; the year 9999 where there is none. */
    record Clocks(Instant firstReplyDue, Instant resolutionDue, @Nullable Instant firstReply) {

        /** The time the team works to, whether the clock stands or runs. */
        Instant due() {
            return firstReply == null ? firstReplyDue : resolutionDue;
        }
    }

    /** That the case waits or waited. */
    record Wait(String waitFor, @Nullable String reason, @Nullable Instant until, Instant since, @Nullable Instant ended) {
    }

    /** Who asked, and what else they have asked that the reader may see. */
    record Asker(@Nullable String mail, @Nullable String phone, List<Belonging> belongings, List<Other> others) {
    }

    /** Another case. */
    record Other(String number, String title, boolean open) {
    }

    /** The case's id, which its thread has too. */
    UUID id() {
        return file.id();
    }
}
