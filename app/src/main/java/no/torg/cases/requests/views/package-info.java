/** What the templates in {@code jte/cases/requests} show. */
@NullMarked
@NamedInterface("views")
package no.torg.cases.requests.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
