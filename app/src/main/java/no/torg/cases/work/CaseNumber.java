package no.torg.cases.work;

import java.util.Optional;
import java.util.regex.Pattern;

import no.torg.db.cases.tables.CaseFile;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A case number as people type it: whole (2026-004711), its beginning (2026-0047), or its last part alone (4711). */
record CaseNumber(String year, long from, long to) {

    private static final Pattern TYPED = Pattern.compile("(?:(\\d{4})-)?(\\d{1,9})");
    private static final int DIGITS = 6;

    static Optional<CaseNumber> of(String typed) {
        var match = TYPED.matcher(typed.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var last = match.group(2);
        var least = Long.parseLong(last);
        if (match.group(1) == null) {
            return Optional.of(new CaseNumber("", least, least));
        }
        var spread = (long) Math.pow(10, Math.max(0, DIGITS - last.length()));
        return Optional.of(new CaseNumber(match.group(1) + "-", least * spread, least * spread + spread - 1));
    }

    /** The condition, by the sequence that the indexes have; of any year where that is null. */
    static Condition of(CaseFile c, Field<Long> from, Field<Long> to, @Nullable Field<String> year) {
        var numbered = c.SEQ.between(from, to);
        return year == null ? numbered : numbered.and(c.NUMBER.startsWith(year));
    }
}
