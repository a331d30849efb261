/** Measures Torg beside yardsticks in the same run; started by {@code ./torg bench}, never by the tests. */
@NullMarked
package no.torg.bench;

import org.jspecify.annotations.NullMarked;
