/** Records that change while their stores hold data. */
@NullMarked
package dev.quarry.migration.lock;

import org.jspecify.annotations.NullMarked;
