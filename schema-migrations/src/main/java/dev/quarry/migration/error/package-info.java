/** What can go wrong with migrations: final classes, each with its data in accessors. */
@NullMarked
package dev.quarry.migration.error;

import org.jspecify.annotations.NullMarked;
