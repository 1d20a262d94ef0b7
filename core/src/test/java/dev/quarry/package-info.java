/** Tests of the verbs against real databases, in files and in memory. */
@NullMarked
package dev.quarry;

import org.jspecify.annotations.NullMarked;
