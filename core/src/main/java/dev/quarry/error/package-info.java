/** Everything that can go wrong, as one family of exceptions that carry their data in fields. */
@NullMarked
package dev.quarry.error;

import org.jspecify.annotations.NullMarked;
