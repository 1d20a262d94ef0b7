/** What the compiler says to the user: codes, texts, places. Depends on source. */
@NullMarked
package dev.quarry.query.diagnostic;

import org.jspecify.annotations.NullMarked;
