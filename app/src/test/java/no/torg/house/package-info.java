/** What the house holds its inhabitants to: floors, names, sizes, texts, tables, and what no request may reach. Everything is found, nothing listed. */
@NullMarked
package no.torg.house;

import org.jspecify.annotations.NullMarked;
