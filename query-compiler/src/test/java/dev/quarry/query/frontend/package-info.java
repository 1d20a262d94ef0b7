/** Tests of the parser. */
@NullMarked
package dev.quarry.query.frontend;

import org.jspecify.annotations.NullMarked;
