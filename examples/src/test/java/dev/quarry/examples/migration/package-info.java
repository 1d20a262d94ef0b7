/** The migration of the countries, and runs over all cities that are killed. */
@NullMarked
package dev.quarry.examples.migration;

import org.jspecify.annotations.NullMarked;
