/** A real PostgreSQL for tests. */
@NullMarked
package dev.quarry.testing;

import org.jspecify.annotations.NullMarked;
