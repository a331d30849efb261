/**
 * Forms that people fill in: reading a form-js definition, deciding on the server what is shown, wrong and stored, and FEEL within limits.
 * Knows no service, no case and no database; whoever owns the form keeps it and the answers.
 */
@NullMarked
@ApplicationModule(displayName = "Forms", allowedDependencies = {})
package no.torg.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
