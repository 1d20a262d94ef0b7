/** Stores at run time: catalog, tables, statements, reading and writing. */
@NullMarked
package dev.quarry.store;

import org.jspecify.annotations.NullMarked;
