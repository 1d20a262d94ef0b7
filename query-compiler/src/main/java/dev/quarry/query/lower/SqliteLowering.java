package dev.quarry.query.lower;

import dev.quarry.plan.EnginePlan;
import dev.quarry.plan.Node;
import dev.quarry.query.ir.Operation;
import dev.quarry.query.ir.TypedExpr;
import dev.quarry.query.type.Type;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Turns a filter's body into what SQLite runs: a tree of atoms, their binds, and the choices between them. */
public final class SqliteLowering {
    /** The engine's name in plans. */
    public static final String ENGINE = "sqlite";

    private static final Atoms ATOMS = new Atoms();

    private final Binds binds = new Binds();
    private final BindLowering captured;
    private final SqliteValues values;
    private final SqliteComparisons comparisons;
    private final SqliteEquality equality;
    private final SqliteOrder order;
    private final SqliteTexts texts;
    private final SqliteCollections collections;

    private SqliteLowering(List<String> captures) {
        captured = new BindLowering(captures);
        values = new SqliteValues(binds, captured);
        comparisons = new SqliteComparisons(binds, captured, values, ATOMS);
        equality = new SqliteEquality(binds, captured, values, ATOMS);
        order = new SqliteOrder(binds, captured, equality, comparisons, values, ATOMS);
        texts = new SqliteTexts(binds, captured, values, ATOMS);
        collections = new SqliteCollections(binds, captured, equality, values, ATOMS);
    }

    /**
     * Lowers a checked filter. A capture's index is its place in {@code captures} until the class file tells another.
     *
     * @param body the boolean
     * @param captures the captured variables
     */
    public static EnginePlan lower(TypedExpr body, List<String> captures) {
        SqliteLowering lowering = new SqliteLowering(captures);
        Node root = lowering.condition(body);
        return new EnginePlan(root, lowering.binds.binds(), lowering.binds.tests());
    }

    private Node condition(TypedExpr expr) {
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
            return ATOMS.atom(flag.eq(Sql.field("1")), flag.eq(Sql.field("0")), column.nullable());
        }
        return expr instanceof TypedExpr.Invoke invoke
                ? ATOMS.isTrue(values.invoked(invoke))
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
            case DEFINED -> ATOMS.defined(values.value(first), binds);
            case EQUALS, OBJECTS_EQUALS, IDENTICAL -> equality.equal(first, expr.operand(1), capturedNull(expr));
            case STARTS_WITH -> texts.startsWith(first, expr.operand(1));
            case ENDS_WITH -> texts.endsWith(first, expr.operand(1));
            case TEXT_CONTAINS -> texts.contains(first, expr.operand(1));
            case TEXT_IS_EMPTY -> texts.isEmpty(first);
            case IS_EMPTY, CONTAINS, CONTAINS_ALL, CONTAINS_KEY, CONTAINS_VALUE -> collections.test(expr);
            case ELEMENT_AT, MAP_VALUE -> ATOMS.isTrue(values.value(expr));
            default -> throw new IllegalArgumentException("not a condition: " + expr.operation());
        };
    }

    /** Only a captured receiver of {@code equals} throws when it is null. */
    private static SqliteEquality.CapturedNull capturedNull(TypedExpr.Apply expr) {
        return expr.operation() == Operation.EQUALS && RecordFree.test(expr.operand(0))
                ? SqliteEquality.CapturedNull.THROWS
                : SqliteEquality.CapturedNull.EQUALS_NULL;
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
            return ATOMS.atom(present.eq(Sql.field("0")), present.ne(Sql.field("0")), false);
        }
        return ATOMS.isNull(Sql.column(column.path().toString()));
    }

    /** What is computed is not null, but computing it may throw. */
    private static Node neverNull(SqlValue computed) {
        if (!computed.canThrow()) {
            return Atoms.FALSE;
        }
        Condition defined = DSL.and(computed.definedness());
        return ATOMS.atom(DSL.falseCondition(), defined, Sql.condition("case when {0} then 0 end", defined), true);
    }
}
