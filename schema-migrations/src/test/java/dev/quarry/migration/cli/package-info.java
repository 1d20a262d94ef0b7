/** The command line, as a shell sees it. */
@NullMarked
package dev.quarry.migration.cli;

import org.jspecify.annotations.NullMarked;
