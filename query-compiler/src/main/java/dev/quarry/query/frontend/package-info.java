/** Lambda text to tree, by JavaParser, which no other package sees. Depends on ast and diagnostic. */
@NullMarked
package dev.quarry.query.frontend;

import org.jspecify.annotations.NullMarked;
