package dev.quarry;

import java.io.Serializable;

/**
 * A lambda that is compiled to SQL while javac compiles the code around it. Every lambda or method reference whose target
 * type is one of these is translated or refused by the compiler; none is ever run in place of SQL.
 *
 * <p>It is {@link Serializable} because that is how Java lets a library see what a lambda captured; nothing is serialized.
 */
public sealed interface Compiled extends Serializable permits Filter, Field {}
