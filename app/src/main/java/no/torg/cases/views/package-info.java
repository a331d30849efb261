/** What the templates in {@code jte/cases} show. Pages that list a person's cases are built of them too. */
@NullMarked
@NamedInterface("views")
package no.torg.cases.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
