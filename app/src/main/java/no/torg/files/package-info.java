/**
 * The bytes people upload: checked by content, kept once per tenant under the SHA-256 of what they are, and served so that they never run.
 * What a file is called and who may see it belongs to the module whose row names its hash.
 */
@NullMarked
@ApplicationModule(displayName = "Files", allowedDependencies = {"tenancy", "people", "events", "web"})
package no.torg.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
