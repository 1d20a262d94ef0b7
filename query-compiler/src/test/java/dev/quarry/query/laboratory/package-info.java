/** Lambdas made at random, run in the JVM and in SQL, which must agree on every record; and faults that must be noticed. */
@NullMarked
package dev.quarry.query.laboratory;

import org.jspecify.annotations.NullMarked;
