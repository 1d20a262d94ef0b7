/** Typed tree to typed tree: what needs no record becomes a bind. Depends on ir. */
@NullMarked
package dev.quarry.query.rewrite;

import org.jspecify.annotations.NullMarked;
