/** A guided tour: real data is loaded, asked about with lambdas, and shown next to the SQL that gave the answers. */
@NullMarked
package dev.quarry.examples.tour;

import org.jspecify.annotations.NullMarked;
