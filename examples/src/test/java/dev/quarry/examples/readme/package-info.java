/** The README's example, compiled and run as it stands there. */
@NullMarked
package dev.quarry.examples.readme;

import org.jspecify.annotations.NullMarked;
