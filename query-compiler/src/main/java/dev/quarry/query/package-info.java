/** The query compiler: a lambda's text and what its names mean in, a plan or diagnostics out. */
@NullMarked
package dev.quarry.query;

import org.jspecify.annotations.NullMarked;
