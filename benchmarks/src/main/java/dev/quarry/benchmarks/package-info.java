/** Quarry side by side with hand-written JDBC on the same table in the same kind of database. */
@NullMarked
package dev.quarry.benchmarks;

import org.jspecify.annotations.NullMarked;
