/** What the templates in {@code jte/api} show. */
@NullMarked
@NamedInterface("views")
package no.torg.api.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
