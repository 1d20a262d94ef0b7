/** The untyped tree of a lambda. Depends on source. */
@NullMarked
package dev.quarry.query.ast;

import org.jspecify.annotations.NullMarked;
