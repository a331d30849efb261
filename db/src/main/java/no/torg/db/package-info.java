/** Makes the table classes {@code no.torg.db.<module>} from the migrations; each is used by {@code no.torg.<module>} only. */
@NullMarked
package no.torg.db;

import org.jspecify.annotations.NullMarked;
