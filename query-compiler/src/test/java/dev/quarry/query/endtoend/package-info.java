/** Lambdas compiled by the build itself, run against real databases. */
@NullMarked
package dev.quarry.query.endtoend;

import org.jspecify.annotations.NullMarked;
