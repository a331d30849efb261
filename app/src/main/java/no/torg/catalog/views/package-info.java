/** What the templates in {@code jte/catalog} show. Pages that list services are built of them too. */
@NullMarked
@NamedInterface("views")
package no.torg.catalog.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
