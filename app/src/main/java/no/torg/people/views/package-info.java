/** What the templates in {@code jte/people} show. */
@NullMarked
@NamedInterface("views")
package no.torg.people.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
