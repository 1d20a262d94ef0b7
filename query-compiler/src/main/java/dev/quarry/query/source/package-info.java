/** Source text and places in it. Depends on nothing. */
@NullMarked
package dev.quarry.query.source;

import org.jspecify.annotations.NullMarked;
