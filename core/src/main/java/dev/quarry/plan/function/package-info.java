/** Methods of Java that run as they are: in the JVM on captured values, through an engine on a record's. */
@NullMarked
package dev.quarry.plan.function;

import org.jspecify.annotations.NullMarked;
