/** All that differs between database engines: statements, pragmas, functions, error codes. No other package names an engine. */
@NullMarked
package dev.quarry.engine;

import org.jspecify.annotations.NullMarked;
