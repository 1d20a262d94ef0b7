/** A store of countries gets another shape while it holds data. */
@NullMarked
package dev.quarry.examples.migration;

import org.jspecify.annotations.NullMarked;
