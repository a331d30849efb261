/** What the templates in {@code jte/portal} show. */
@NullMarked
@NamedInterface("views")
package no.torg.portal.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
