/** Untyped tree to typed tree: names, types, nullness, and what has no exact translation. Depends on ast, ir and symbol. */
@NullMarked
package dev.quarry.query.check;

import org.jspecify.annotations.NullMarked;
