/** Tests of the compiler inside javac: real javac, real class files, real lambdas. */
@NullMarked
package dev.quarry.query.processor;

import org.jspecify.annotations.NullMarked;
