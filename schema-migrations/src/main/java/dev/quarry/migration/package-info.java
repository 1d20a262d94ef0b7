/** Migration scripts: how the records of a store get another shape while the store holds data. */
@NullMarked
package dev.quarry.migration;

import org.jspecify.annotations.NullMarked;
