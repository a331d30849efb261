/** What the templates in {@code jte/cases/work} show. */
@NullMarked
@NamedInterface("views")
package no.torg.cases.work.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
