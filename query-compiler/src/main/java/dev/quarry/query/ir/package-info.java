/** The typed tree. Depends on source and type. */
@NullMarked
package dev.quarry.query.ir;

import org.jspecify.annotations.NullMarked;
