/** The rules of the code itself. */
@NullMarked
package dev.quarry.architecture;

import org.jspecify.annotations.NullMarked;
