/** What a user writes on the components of a record. */
@NullMarked
package dev.quarry.annotation;

import org.jspecify.annotations.NullMarked;
