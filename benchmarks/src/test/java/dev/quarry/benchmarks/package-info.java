/** Tests that both sides of the benchmarks do the same, and that the benchmarks run. */
@NullMarked
package dev.quarry.benchmarks;

import org.jspecify.annotations.NullMarked;
