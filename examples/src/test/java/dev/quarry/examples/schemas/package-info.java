/** Versions of one program, with compiled filters, on one file. */
@NullMarked
package dev.quarry.examples.schemas;

import org.jspecify.annotations.NullMarked;
