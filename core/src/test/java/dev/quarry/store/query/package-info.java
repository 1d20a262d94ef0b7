/** Tests of queries below the API, where no filter has to be compiled. */
@NullMarked
package dev.quarry.store.query;

import org.jspecify.annotations.NullMarked;
