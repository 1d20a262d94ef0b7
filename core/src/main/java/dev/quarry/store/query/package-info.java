/** Queries: what is asked of a store, as SQL that is written once for each shape of a question and kept. */
@NullMarked
package dev.quarry.store.query;

import org.jspecify.annotations.NullMarked;
