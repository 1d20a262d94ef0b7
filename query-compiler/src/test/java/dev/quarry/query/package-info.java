/** Tests of the compiler on lambda texts. */
@NullMarked
package dev.quarry.query;

import org.jspecify.annotations.NullMarked;
