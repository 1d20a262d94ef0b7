/** What tests of the compiler share. */
@NullMarked
package dev.quarry.query.testing;

import org.jspecify.annotations.NullMarked;
