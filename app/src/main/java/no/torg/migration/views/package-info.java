/** What the templates in {@code jte/migration} show. */
@NullMarked
@NamedInterface("views")
package no.torg.migration.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
