/** The methods that the query language has, and those that it refuses. Depends on type and on core's functions. */
@NullMarked
package dev.quarry.query.catalog;

import org.jspecify.annotations.NullMarked;
