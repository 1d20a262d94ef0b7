/** Schemas as files. */
@NullMarked
package dev.quarry.migration.file;

import org.jspecify.annotations.NullMarked;
