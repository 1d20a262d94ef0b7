package dev.quarry.query.frontend;

import dev.quarry.query.ast.Expr;
import dev.quarry.query.source.SourceSpan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The local variables that can be named at a place, each with what it was last given. Names that are not here are the
 * record's, or those of the program around the lambda. Immutable.
 *
 * @param fixed those that cannot be given anything here, because nobody would know of it
 */
record Scope(Map<String, Variable> variables, Set<String> fixed) {
    static final Scope EMPTY = new Scope(Map.of(), Set.of());

    Scope {
        variables = Map.copyOf(variables);
        fixed = Set.copyOf(fixed);
    }

    /** A variable. */
    sealed interface Variable {}

    /** It is declared, and has no value yet. */
    record Declared(String type) implements Variable {}

    /** It has a value, known by its id. */
    record Given(int id) implements Variable {}

    Scope with(String name, Variable variable) {
        Map<String, Variable> more = new HashMap<>(variables);
        more.put(name, variable);
        return new Scope(more, fixed);
    }

    Optional<Variable> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** The variable as an expression, if there is one of that name that has a value. */
    Optional<Expr.Local> local(String name, SourceSpan span) {
        return find(name)
                .filter(Given.class::isInstance)
                .map(variable -> new Expr.Local(((Given) variable).id(), name, span));
    }

    /** The same inside of what gives a value and nothing else. */
    Scope insideValue() {
        return new Scope(variables, variables.keySet());
    }

    /** What is left behind the block that began with the given scope: its variables, with what the block gave them. */
    Scope leaving(Scope before) {
        Map<String, Variable> left = new HashMap<>(variables);
        left.keySet().retainAll(before.variables.keySet());
        return new Scope(left, fixed);
    }
}
