/** Records to columns and back, through method handles. */
@NullMarked
package dev.quarry.codec;

import org.jspecify.annotations.NullMarked;
