/** The first program: a record, a store, a query. */
@NullMarked
package dev.quarry.examples.quickstart;

import org.jspecify.annotations.NullMarked;
