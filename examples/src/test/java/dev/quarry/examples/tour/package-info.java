/** The tour's answers are those that plain loops over the raw files give. */
@NullMarked
package dev.quarry.examples.tour;

import org.jspecify.annotations.NullMarked;
