/** Lambdas made at random, run in the JVM and in SQL, which must agree on every record. */
@NullMarked
package dev.quarry.query.differential;

import org.jspecify.annotations.NullMarked;
