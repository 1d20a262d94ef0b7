/** Real data for the examples: cities, countries and earthquakes, read record by record from the files beside them. */
@NullMarked
package dev.quarry.examples.data;

import org.jspecify.annotations.NullMarked;
