/** The API told: the OpenAPI document, made from the handlers and their Javadoc, and a page for people to read it. Knows the modules' handlers by nothing but that. */
@ApplicationModule(allowedDependencies = {"people", "web", "web :: views"})
@NullMarked
package no.torg.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
