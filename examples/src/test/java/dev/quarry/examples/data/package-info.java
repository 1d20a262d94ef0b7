/** The data files hold what they promise, and say what is wrong when they do not. */
@NullMarked
package dev.quarry.examples.data;

import org.jspecify.annotations.NullMarked;
