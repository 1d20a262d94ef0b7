/** What a record looks like to a store: components, their types and nullness, indexes. Depends on nothing but the JDK. */
@NullMarked
package dev.quarry.schema;

import org.jspecify.annotations.NullMarked;
