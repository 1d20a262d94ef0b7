/** The tour of errors shows every error, and the store survives it. */
@NullMarked
package dev.quarry.examples.errors;

import org.jspecify.annotations.NullMarked;
