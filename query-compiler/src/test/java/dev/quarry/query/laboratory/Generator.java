package dev.quarry.query.laboratory;

import dev.quarry.query.laboratory.Operation.Parameter;
import dev.quarry.query.laboratory.Operation.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Makes expressions from their types down, out of the tables of {@link Operators} and {@link Methods}. Not thread-safe. */
final class Generator {
    static final List<Operation> OPERATIONS =
            Stream.concat(Operators.all().stream(), Methods.all().stream()).toList();
    private static final List<String> JOINTS = List.of("&&", "||", "&&", "||", "&", "|", "^", "==", "!=");
    /** An embedding that finds no boolean by chance takes one then. */
    private static final int FARTHEST = 6;

    private final Random random;
    private final Repertoire repertoire;

    Generator(Random random, Repertoire repertoire) {
        this.random = random;
        this.repertoire = repertoire;
    }

    /** An expression with the operation in it: a boolean, or a value that the JVM can compare. */
    Term exampleOf(Operation operation) {
        Set<String> facts = Set.of();
        Term term = apply(operation, 1 + random.nextInt(2), facts);
        if (Sorts.COMPARED.contains(term.sort()) && random.nextInt(5) < 2) {
            return term;
        }
        for (int i = 1; !term.isBoolean(); i++) {
            term = around(term, i >= FARTHEST, facts);
        }
        return connected(term, facts);
    }

    /** The operation on leaves of the record, as far as there are any of the right types. */
    static Term plain(Operation operation) {
        List<Term> operands =
                operation.parameters().stream().map(Generator::plainest).toList();
        return new Term(operation.sort(), operation.pattern(), operands, operation.id());
    }

    private static Term plainest(Parameter parameter) {
        String sort = parameter.sort();
        return Stream.of(
                        Leaves.COLUMNS.stream()
                                .filter(leaf ->
                                        leaf.sort().equals(sort) && leaf.isUsable(Set.of()) && !leaf.isFitting())
                                .map(Leaves.Leaf::term),
                        Leaves.CAPTURES.stream()
                                .filter(leaf -> leaf.sort().equals(sort))
                                .map(Leaves.Leaf::term),
                        Leaves.literals(sort).stream().map(literal -> Term.leaf(sort, literal)),
                        Repertoire.EVERYTHING.giving(sort).stream()
                                .filter(operation -> operation.parameters().size() == 1)
                                .map(Generator::plain),
                        Leaves.COLUMNS.stream()
                                .filter(leaf -> leaf.sort().equals(sort) && parameter.is(Trait.NULLABLE))
                                .map(Leaves.Leaf::term))
                .flatMap(terms -> terms)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is plain: " + sort));
    }

    /** A boolean at random. */
    Term condition(int depth) {
        return condition(depth, Set.of());
    }

    /** A larger boolean with the term in it, behind a test for null or beside another boolean. */
    private Term connected(Term term, Set<String> facts) {
        return switch (random.nextInt(8)) {
            case 0 -> joined(term, condition(1, facts));
            case 1 -> joined(condition(1, facts), term);
            case 2 -> guarded(term, facts);
            case 3 -> new Term("boolean", "!({0})", List.of(term), "!");
            case 4 -> joined(new Term("boolean", "!({0})", List.of(joined(term, condition(0, facts))), "!"), term);
            case 5 -> chosen(condition(0, facts), term, condition(1, facts));
            default -> term;
        };
    }

    private Term joined(Term left, Term right) {
        String joint = JOINTS.get(random.nextInt(JOINTS.size()));
        return new Term("boolean", "({0} " + joint + " {1})", List.of(left, right), "boolean " + joint);
    }

    private static Term chosen(Term condition, Term then, Term otherwise) {
        return new Term("boolean", "({0} ? {1} : {2})", List.of(condition, then, otherwise), "boolean ?:");
    }

    private Term guarded(Term term, Set<String> facts) {
        Leaves.Leaf column = testable(facts);
        return random.nextBoolean()
                ? new Term("boolean", "({0} != null && {1})", List.of(column.term(), term), "boolean &&")
                : new Term("boolean", "({0} == null || {1})", List.of(column.term(), term), "boolean ||");
    }

    /** A use of a nullable column behind a test of it. */
    private Term guard(int depth, Set<String> facts) {
        Leaves.Leaf column = testable(facts);
        Set<String> more = new LinkedHashSet<>(facts);
        more.add(column.source());
        Term use = condition(depth, more);
        Term unguarded = condition(0, facts);
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Term("boolean", "({0} != null && {1})", List.of(column.term(), use), "boolean &&");
            case 2 -> new Term("boolean", "({0} == null || {1})", List.of(column.term(), use), "boolean ||");
            default ->
                new Term("boolean", "({0} != null ? {1} : {2})", List.of(column.term(), use, unguarded), "boolean ?:");
        };
    }

    private Leaves.Leaf testable(Set<String> facts) {
        List<Leaves.Leaf> testable = Leaves.COLUMNS.stream()
                .filter(leaf -> leaf.isNullable() && facts.containsAll(leaf.facts()))
                .toList();
        return any(testable);
    }

    private Term condition(int depth, Set<String> facts) {
        if (depth == 0) {
            return value("boolean", EnumSet.noneOf(Trait.class), 1, facts);
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> joined(condition(depth - 1, facts), condition(depth - 1, facts));
            case 2, 3 -> guard(depth - 1, facts);
            case 4 -> new Term("boolean", "!({0})", List.of(condition(depth - 1, facts)), "!");
            default -> value("boolean", EnumSet.noneOf(Trait.class), depth, facts);
        };
    }

    private Term apply(Operation operation, int depth, Set<String> facts) {
        List<Term> operands = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            operands.add(operand(parameter, depth - 1, facts));
        }
        return new Term(operation.sort(), operation.pattern(), operands, operation.id());
    }

    private Term operand(Parameter parameter, int depth, Set<String> facts) {
        String sort = parameter.sort();
        boolean unboxed = Sorts.isBox(sort)
                && parameter.is(Trait.NULLABLE)
                && !parameter.is(Trait.SIMPLE)
                && random.nextInt(3) == 0;
        return value(unboxed ? Sorts.unboxed(sort) : sort, parameter.traits(), depth, facts);
    }

    private Term value(String sort, Set<Trait> traits, int depth, Set<String> facts) {
        List<Operation> operations = repertoire.giving(sort);
        boolean leaf = traits.contains(Trait.SIMPLE) || depth <= 0 || operations.isEmpty();
        boolean fitting = traits.contains(Trait.FITTING) && random.nextInt(4) > 0;
        if (leaf || fitting || random.nextInt(5) < 2) {
            List<Term> leaves = leaves(sort, traits, fitting, facts);
            if (!leaves.isEmpty()) {
                return any(leaves);
            }
        }
        return apply(any(operations), depth, facts);
    }

    /** Columns, captured variables and literals of a type; columns that a test made usable come often. */
    private List<Term> leaves(String sort, Set<Trait> traits, boolean fitting, Set<String> facts) {
        boolean nullable = traits.contains(Trait.NULLABLE);
        List<Leaves.Leaf> columns = Leaves.COLUMNS.stream()
                .filter(leaf -> leaf.sort().equals(sort))
                .filter(leaf -> leaf.isUsable(facts) || nullable && facts.containsAll(leaf.facts()))
                .filter(leaf -> leaf.isFitting() == fitting)
                .toList();
        List<Leaves.Leaf> tested = columns.stream()
                .filter(leaf ->
                        facts.contains(leaf.source()) || !leaf.facts().isEmpty() && facts.containsAll(leaf.facts()))
                .toList();
        if (!tested.isEmpty() && random.nextInt(4) > 0) {
            return tested.stream().map(Leaves.Leaf::term).toList();
        }
        List<Leaves.Leaf> captures = Leaves.CAPTURES.stream()
                .filter(leaf -> leaf.sort().equals(sort) && leaf.isFitting() == fitting)
                .toList();
        List<String> literals = Leaves.literals((fitting ? "#" : "") + sort);
        int choice = random.nextInt(10);
        if (choice < 2 && !literals.isEmpty()) {
            return literals.stream().map(literal -> Term.leaf(sort, literal)).toList();
        }
        List<Leaves.Leaf> chosen = choice < 5 && !captures.isEmpty() || columns.isEmpty() ? captures : columns;
        return chosen.isEmpty()
                ? literals.stream().map(literal -> Term.leaf(sort, literal)).toList()
                : chosen.stream().map(Leaves.Leaf::term).toList();
    }

    /** An operation on the term and others, mostly a boolean, or certainly; each type has a test that takes it. */
    private Term around(Term term, boolean certainly, Set<String> facts) {
        List<Operation> takers = repertoire.all().stream()
                .filter(operation -> operation.parameters().stream().anyMatch(parameter -> takes(parameter, term)))
                .toList();
        List<Operation> tests = takers.stream().filter(Operation::isBoolean).toList();
        Operation operation = any(random.nextInt(4) == 0 && !certainly ? takers : tests);
        List<Term> operands = new ArrayList<>();
        boolean placed = false;
        for (Parameter parameter : operation.parameters()) {
            boolean here = !placed && takes(parameter, term);
            placed = placed || here;
            operands.add(here ? term : operand(parameter, 1, facts));
        }
        return new Term(operation.sort(), operation.pattern(), operands, operation.id());
    }

    private static boolean takes(Parameter parameter, Term term) {
        return parameter.sort().equals(term.sort()) && !parameter.is(Trait.SIMPLE);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
