/** Small records for the templates in {@code jte/ui} and {@code jte/web}. Other modules' view records are built of them. */
@NullMarked
@NamedInterface("views")
package no.torg.web.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
