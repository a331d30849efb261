/** Threads, messages, drafts and how far each person has read: one model for case dialogue, mail, rooms and comments. Knows no business module. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "files", "web"})
@NullMarked
package no.torg.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
