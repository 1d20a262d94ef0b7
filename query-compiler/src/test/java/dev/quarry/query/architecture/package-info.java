/** The rules of the code itself. */
@NullMarked
package dev.quarry.query.architecture;

import org.jspecify.annotations.NullMarked;
