/** The compiler inside javac: finds lambdas, compiles them, pairs them with their methods, writes plans. The only package that sees javac or ASM. */
@NullMarked
package dev.quarry.query.processor;

import org.jspecify.annotations.NullMarked;
