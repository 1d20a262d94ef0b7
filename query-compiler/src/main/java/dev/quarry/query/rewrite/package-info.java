/** Brings checked filters into the form that is lowered, without changing what they mean. */
@NullMarked
package dev.quarry.query.rewrite;

import org.jspecify.annotations.NullMarked;
