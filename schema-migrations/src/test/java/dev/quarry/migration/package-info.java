/** Migration scripts on real databases. */
@NullMarked
package dev.quarry.migration;

import org.jspecify.annotations.NullMarked;
