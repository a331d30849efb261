/**
 * Starts, takes over and stops the PostgreSQL that comes with Torg, durable and reachable from this machine only.
 * It knows nothing of what Torg keeps in it: migrations and pools belong to others.
 */
@NullMarked
package no.torg.postgres;

import org.jspecify.annotations.NullMarked;
