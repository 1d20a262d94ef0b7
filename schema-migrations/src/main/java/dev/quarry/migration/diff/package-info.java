/** How the schema in a store differs from the one in the program: as typed values, and in words. */
@NullMarked
package dev.quarry.migration.diff;

import org.jspecify.annotations.NullMarked;
