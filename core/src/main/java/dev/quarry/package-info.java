/**
 * Quarry's API: open a {@link dev.quarry.Database}, get a {@link dev.quarry.Datastore} of a record, and use the verbs of
 * {@link dev.quarry.DB} on it.
 */
@NullMarked
package dev.quarry;

import org.jspecify.annotations.NullMarked;
