/** Compiled lambdas at run time: the plan a compiler wrote, its reader, its binds and its composition into SQL. */
@NullMarked
package dev.quarry.plan;

import org.jspecify.annotations.NullMarked;
