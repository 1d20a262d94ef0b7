/**
 * Whether a store whose records were written by other versions of a program takes the record that this one declares, and how it
 * changes: pure computation on schemas. Knows no database.
 */
@NullMarked
package dev.quarry.evolution;

import org.jspecify.annotations.NullMarked;
