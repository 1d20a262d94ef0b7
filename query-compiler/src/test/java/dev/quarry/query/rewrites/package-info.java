/** What errors advise: each rewrite is compiled, and compared with what it stands for. */
@NullMarked
package dev.quarry.query.rewrites;

import org.jspecify.annotations.NullMarked;
