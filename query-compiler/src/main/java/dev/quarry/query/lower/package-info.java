/** Typed tree to plan, through jOOQ, which no other package sees. Depends on ir and core's plans. */
@NullMarked
package dev.quarry.query.lower;

import org.jspecify.annotations.NullMarked;
