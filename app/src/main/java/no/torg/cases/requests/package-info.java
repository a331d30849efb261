/** The requester's side of cases: forms with drafts and attachments that become cases, receipts, and following one's own case. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "conversations", "files", "calendars", "forms", "forms :: views", "catalog", "cases",
        "cases :: views", "web", "web :: views"})
@NullMarked
package no.torg.cases.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
