/** The command line of the migrations. It needs picocli and progressbar, which a program that migrates by itself does not. */
@NullMarked
package dev.quarry.migration.cli;

import org.jspecify.annotations.NullMarked;
