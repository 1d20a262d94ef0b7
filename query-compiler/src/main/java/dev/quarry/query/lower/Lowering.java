package dev.quarry.query.lower;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Turns a filter's body into what an engine runs: a tree of atoms, their binds, and the choices between them. */
public final class Lowering {
    /** The engine that every filter runs on, by its name in plans. */
    public static final String EMBEDDED = "sqlite";

    private static final Map<String, Target> TARGETS = Stream.of(new SqliteWords(), new PostgresWords())
            .map(words -> new Target(words, new Atoms(words.dialect())))
            .collect(Collectors.toUnmodifiableMap(target -> target.words().engine(), Function.identity()));

    private final Binds binds;
    private final Atoms atoms;
    private final BindLowering captured;
    private final Values values;
    private final Comparisons comparisons;
    private final Equality equality;
    private final Order order;
    private final TextTests texts;
    private final CollectionTests collections;

    private Lowering(Words words, Atoms atoms, List<String> captures) {
        this.binds = new Binds(words.values());
        this.atoms = atoms;
        captured = new BindLowering(captures);
        values = new Values(binds, captured, words);
        comparisons = new Comparisons(binds, captured, values, words.reals(), atoms);
        equality = new Equality(binds, captured, values, words, atoms);
        order = new Order(binds, captured, equality, comparisons, values, atoms);
        texts = new TextTests(binds, captured, values, words.texts(), atoms);
        collections = new CollectionTests(binds, captured, equality, values, words.collections(), atoms);
    }

    private record Target(Words words, Atoms atoms) {}

    /** The names of the engines that there are. */
    public static Set<String> engines() {
        return TARGETS.keySet();
    }

    /**
     * Lowers a checked filter. A capture's index is its place in {@code captures} until the class file tells another.
     *
     * @param engine one of {@link #engines()}
     * @param body the boolean
     * @param captures the captured variables
     */
    public static Lowered lower(String engine, TypedExpr body, List<String> captures) {
        Target target = Objects.requireNonNull(TARGETS.get(engine), engine);
        Lowering lowering = new Lowering(target.words(), target.atoms(), captures);
        try {
            Node root = lowering.condition(body);
            return new Lowered.Exact(new EnginePlan(root, lowering.binds.binds(), lowering.binds.tests()));
        } catch (NoForm e) {
            return e.refused();
        }
    }

    private Node condition(TypedExpr expr) {
        try {
            return node(expr);
        } catch (NoForm e) {
            throw e.at(expr);
        }
    }

    private Node node(TypedExpr expr) {
        if (expr instanceof TypedExpr.Constant constant) {
            return Boolean.TRUE.equals(constant.value()) ? Atoms.TRUE : Atoms.FALSE;
        }
        if (expr instanceof TypedExpr.Thrown) {
            return Atoms.THROWS;
        }
        if (RecordFree.test(expr)) {
            return binds.given(expr.accept(captured), Atoms.TRUE, Atoms.FALSE);
        }
        if (expr instanceof TypedExpr.Column column) {
            Field<Object> flag = Sql.column(column.path().toString());
            return atoms.atom(flag.eq(Sql.field("1")), flag.eq(Sql.field("0")), column.nullable());
        }
        return expr instanceof TypedExpr.Invoke invoke
                ? atoms.isTrue(values.invoked(invoke))
                : operation((TypedExpr.Apply) expr);
    }

    private Node operation(TypedExpr.Apply expr) {
        TypedExpr first = expr.operand(0);
        return switch (expr.operation()) {
            case UNBOX -> condition(first);
            case AND -> new Node.And(condition(first), condition(expr.operand(1)));
            case OR -> new Node.Or(condition(first), condition(expr.operand(1)));
            case NOT -> new Node.Not(condition(first));
            case SAME -> new Node.Same(condition(first), condition(expr.operand(1)));
            case CONDITIONAL ->
                new Node.Choice(condition(first), condition(expr.operand(1)), condition(expr.operand(2)));
            case EQUAL, LESS, LESS_OR_EQUAL -> comparisons.compare(expr.operation(), first, expr.operand(1));
            case BEFORE, BEFORE_OR_EQUAL, COMPARES_EQUAL -> order.order(expr);
            case IS_NULL -> isNull(first);
            case DEFINED -> atoms.defined(values.value(first), binds);
            case EQUALS, OBJECTS_EQUALS, IDENTICAL -> equality.equal(first, expr.operand(1), capturedNull(expr));
            case STARTS_WITH -> texts.startsWith(first, expr.operand(1));
            case ENDS_WITH -> texts.endsWith(first, expr.operand(1));
            case TEXT_CONTAINS -> texts.contains(first, expr.operand(1));
            case TEXT_IS_EMPTY -> texts.isEmpty(first);
            case IS_EMPTY, CONTAINS, CONTAINS_ALL, CONTAINS_KEY, CONTAINS_VALUE -> collections.test(expr);
            case ELEMENT_AT, MAP_VALUE -> atoms.isTrue(values.value(expr));
            default -> throw new IllegalArgumentException("not a condition: " + expr.operation());
        };
    }

    /** Only a captured receiver of {@code equals} throws when it is null. */
    private static Equality.CapturedNull capturedNull(TypedExpr.Apply expr) {
        return expr.operation() == Operation.EQUALS && RecordFree.test(expr.operand(0))
                ? Equality.CapturedNull.THROWS
                : Equality.CapturedNull.EQUALS_NULL;
    }

    private Node isNull(TypedExpr operand) {
        if (!(operand instanceof TypedExpr.Column column)) {
            return neverNull(values.value(operand));
        }
        if (!column.nullable()) {
            return Atoms.FALSE;
        }
        if (column.type() instanceof Type.RecordOf) {
            Field<Object> present = Sql.column(column.path() + "#present");
            return atoms.atom(present.eq(Sql.field("0")), present.ne(Sql.field("0")), false);
        }
        return atoms.isNull(Sql.column(column.path().toString()));
    }

    /** What is computed is not null, but computing it may throw. */
    private Node neverNull(SqlValue computed) {
        if (!computed.canThrow()) {
            return Atoms.FALSE;
        }
        Condition defined = DSL.and(computed.definedness());
        return atoms.atom(DSL.falseCondition(), defined, Sql.condition("case when {0} then false end", defined), true);
    }
}
