/** The rules of the code itself. */
@NullMarked
package dev.quarry.migration.architecture;

import org.jspecify.annotations.NullMarked;
