package dev.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.plan.Node.Outcome;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Three outcomes in SQL: true, false, and what throws is neither, whatever is joined with what. */
final class PredicateSqlTest {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.TRUE, Outcome.FALSE, Outcome.THROWS);
    /** Columns that are 1, 0 or NULL, which throws. */
    private static final List<String> THROWING = List.of("a", "b", "c");
    /** Columns that are 1 or 0. */
    private static final List<String> TOTAL = List.of("x", "y");

    /** Captures nothing. */
    private static final Runnable NOTHING = (Runnable & Serializable) () -> {};

    private final List<Row> rows = rows();
    private @Nullable Connection connection;

    /** What each column holds. */
    private record Row(int id, Outcome a, Outcome b, Outcome c, Outcome x, Outcome y) {
        Outcome of(String column) {
            return switch (column) {
                case "a" -> a;
                case "b" -> b;
                case "c" -> c;
                case "x" -> x;
                default -> y;
            };
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Outcome a : OUTCOMES) {
            for (Outcome b : OUTCOMES) {
                for (Outcome c : OUTCOMES) {
                    for (Outcome x : OUTCOMES.subList(0, 2)) {
                        for (Outcome y : OUTCOMES.subList(0, 2)) {
                            rows.add(new Row(rows.size(), a, b, c, x, y));
                        }
                    }
                }
            }
        }
        return rows;
    }

    @BeforeProperty
    void fill() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table t (id integer primary key, a any, b any, c any, x any, y any) strict");
            for (Row row : rows) {
                statement.execute("insert into t values (" + row.id() + ", " + value(row.a()) + ", " + value(row.b())
                        + ", " + value(row.c()) + ", " + value(row.x()) + ", " + value(row.y()) + ")");
            }
        }
    }

    @AfterProperty
    void close() throws SQLException {
        connection.close();
    }

    private static String value(Outcome outcome) {
        return switch (outcome) {
            case TRUE -> "1";
            case FALSE -> "0";
            case THROWS -> "null";
        };
    }

    @Provide
    Arbitrary<Node> nodes() {
        Arbitrary<Node> throwing = Arbitraries.of(THROWING).map(column -> atom(column, true));
        Arbitrary<Node> total = Arbitraries.of(TOTAL).map(column -> atom(column, false));
        Arbitrary<Node> constants = Arbitraries.of(OUTCOMES).map(Node.Constant::new);
        Arbitrary<Node> leaves = Arbitraries.oneOf(throwing, throwing, total, constants);
        return Arbitraries.recursive(() -> leaves, PredicateSqlTest::larger, 0, 5);
    }

    private static Arbitrary<Node> larger(Arbitrary<Node> nodes) {
        Arbitrary<Node> pairs = Combinators.combine(nodes, nodes, Arbitraries.of(0, 1, 2))
                .as((left, right, kind) -> switch (kind) {
                    case 0 -> new Node.And(left, right);
                    case 1 -> new Node.Or(left, right);
                    default -> new Node.Same(left, right);
                });
        Arbitrary<Node> choices = Combinators.combine(nodes, nodes, nodes).as(Node.Choice::new);
        return Arbitraries.oneOf(pairs, pairs, choices, nodes.map(Node.Not::new));
    }

    private static Node atom(String column, boolean canThrow) {
        return new Node.Atom(
                Template.parse("{c:" + column + "} = 1"),
                Template.parse("{c:" + column + "} = 0"),
                Optional.of(Template.parse("{c:" + column + "}")),
                canThrow);
    }

    @Property(tries = 2_000)
    void eachFormHoldsForTheRecordsOfItsOutcome(@ForAll("nodes") Node node) throws SQLException {
        Node folded = folded(node);

        assertThat(selected(whenTrue(folded))).isEqualTo(expected(node, Outcome.TRUE));
        assertThat(selected(whenTrue(Folding.not(folded)))).isEqualTo(expected(node, Outcome.FALSE));
        assertThat(selected(whenThrowing(folded))).isEqualTo(expected(node, Outcome.THROWS));
    }

    @Property(tries = 2_000)
    void noOperandIsWrittenTwice(@ForAll("nodes") Node node) {
        Node folded = folded(node);

        assertThat(mentions(whenTrue(folded))).isLessThanOrEqualTo(leaves(folded));
        assertThat(mentions(whenTrue(Folding.not(folded)))).isLessThanOrEqualTo(leaves(folded));
    }

    @Example
    void whatCannotThrowStaysPlain() {
        Node node = new Node.And(
                atom("x", false), new Node.Or(atom("y", false), new Node.And(atom("a", true), atom("b", true))));

        assertThat(whenTrue(node)).isEqualTo("(x = 1 AND (y = 1 OR (a = 1 AND b = 1)))");
    }

    @Example
    void whatThrowsOnTheLeftIsDecidedOnce() {
        assertThat(whenTrue(new Node.Or(atom("a", true), atom("x", false))))
                .isEqualTo("CASE (a) WHEN TRUE THEN TRUE WHEN FALSE THEN x = 1 END");
    }

    private static Node folded(Node node) {
        EnginePlan plan = new EnginePlan(node, List.of(), List.of());
        return node.accept(new Folding(LeafState.of(LambdaSite.of(NOTHING), plan, new Object[0])));
    }

    private static String whenTrue(Node folded) {
        SqlWriter out = new SqlWriter(token -> token);
        new PredicateSql(out).writeWhenTrue(folded);
        return out.finish().sql();
    }

    private static String whenThrowing(Node folded) {
        SqlWriter out = new SqlWriter(token -> token);
        new PredicateSql(out).writeWhenThrowing(folded);
        return out.finish().sql();
    }

    private TreeSet<Integer> selected(String condition) throws SQLException {
        TreeSet<Integer> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id from t where " + condition)) {
            while (result.next()) {
                found.add(result.getInt(1));
            }
        }
        return found;
    }

    private TreeSet<Integer> expected(Node node, Outcome outcome) {
        TreeSet<Integer> expected = new TreeSet<>();
        rows.stream().filter(row -> node.accept(new InJava(row)) == outcome).forEach(row -> expected.add(row.id()));
        return expected;
    }

    private static long mentions(String sql) {
        return sql.chars().filter(c -> "abcxy".indexOf(c) >= 0).count();
    }

    private static int leaves(Node node) {
        return node.accept(new Leaves());
    }

    /** What Java comes to. */
    private record InJava(Row row) implements Node.Visitor<Outcome> {
        private static Outcome opposite(Outcome outcome) {
            return switch (outcome) {
                case TRUE -> Outcome.FALSE;
                case FALSE -> Outcome.TRUE;
                case THROWS -> Outcome.THROWS;
            };
        }

        @Override
        public Outcome and(Node.And node) {
            Outcome left = node.left().accept(this);
            return left == Outcome.TRUE ? node.right().accept(this) : left;
        }

        @Override
        public Outcome or(Node.Or node) {
            Outcome left = node.left().accept(this);
            return left == Outcome.FALSE ? node.right().accept(this) : left;
        }

        @Override
        public Outcome not(Node.Not node) {
            return opposite(node.operand().accept(this));
        }

        @Override
        public Outcome same(Node.Same node) {
            Outcome left = node.left().accept(this);
            Outcome right = node.right().accept(this);
            if (left == Outcome.THROWS || right == Outcome.THROWS) {
                return Outcome.THROWS;
            }
            return left == right ? Outcome.TRUE : Outcome.FALSE;
        }

        @Override
        public Outcome choice(Node.Choice node) {
            return switch (node.condition().accept(this)) {
                case TRUE -> node.then().accept(this);
                case FALSE -> node.otherwise().accept(this);
                case THROWS -> Outcome.THROWS;
            };
        }

        @Override
        public Outcome atom(Node.Atom node) {
            return row.of(node.whenTrue().toString().substring(3, 4));
        }

        @Override
        public Outcome given(Node.Given node) {
            throw new AssertionError(node);
        }

        @Override
        public Outcome constant(Node.Constant node) {
            return node.outcome();
        }
    }

    /** How many atoms there are. */
    private static final class Leaves implements Node.Visitor<Integer> {
        @Override
        public Integer and(Node.And node) {
            return node.left().accept(this) + node.right().accept(this);
        }

        @Override
        public Integer or(Node.Or node) {
            return node.left().accept(this) + node.right().accept(this);
        }

        @Override
        public Integer not(Node.Not node) {
            return node.operand().accept(this);
        }

        @Override
        public Integer same(Node.Same node) {
            return node.left().accept(this) + node.right().accept(this);
        }

        @Override
        public Integer choice(Node.Choice node) {
            return node.condition().accept(this)
                    + node.then().accept(this)
                    + node.otherwise().accept(this);
        }

        @Override
        public Integer atom(Node.Atom node) {
            return 1;
        }

        @Override
        public Integer given(Node.Given node) {
            throw new AssertionError(node);
        }

        @Override
        public Integer constant(Node.Constant node) {
            return 0;
        }
    }
}
