/** What bad input does: the exception it meets, and the store that stays as it was. */
@NullMarked
package dev.quarry.examples.errors;

import org.jspecify.annotations.NullMarked;
