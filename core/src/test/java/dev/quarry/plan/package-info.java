/** Tests of stored forms. */
@NullMarked
package dev.quarry.plan;

import org.jspecify.annotations.NullMarked;
