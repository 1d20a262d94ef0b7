/** What the names inside a lambda stand for, as the surrounding program declares them. Depends on source and type. */
@NullMarked
package dev.quarry.query.symbol;

import org.jspecify.annotations.NullMarked;
