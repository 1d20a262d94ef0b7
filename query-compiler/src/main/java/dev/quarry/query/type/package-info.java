/** The types of the query language. Depends on core's schema. */
@NullMarked
package dev.quarry.query.type;

import org.jspecify.annotations.NullMarked;
