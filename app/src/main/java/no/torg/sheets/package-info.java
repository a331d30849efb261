/** Tables as files, CSV and Excel, written row by row to who asked for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package no.torg.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
