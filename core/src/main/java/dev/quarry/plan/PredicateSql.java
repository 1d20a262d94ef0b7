package dev.quarry.plan;

/**
 * Writes a {@link Node} as the SQL condition that holds exactly when Java's outcome is true.
 *
 * <p>An expression that throws is neither true nor false, so {@code NOT} never stands above an atom: each node is written
 * in one of three forms. <em>T</em> holds exactly when the outcome is true, <em>F</em> exactly when it is false, and
 * <em>V</em> is TRUE, FALSE, or NULL when Java throws. Where the first operand of {@code &&} or {@code ||} cannot throw, the plain
 * operators are exact and leave indexes usable; where it can, a {@code CASE} over its V form evaluates it once, so that the
 * text grows linearly with the lambda.
 */
final class PredicateSql {
    private final SqlWriter out;
    private final Totality totality;
    private final Node.Visitor<Void> whenTrue = new WhenTrue();
    private final Node.Visitor<Void> whenFalse = new WhenFalse();
    private final Node.Visitor<Void> value = new Value();

    PredicateSql(SqlWriter out) {
        this.out = out;
        this.totality = new Totality();
    }

    /** Writes the T form of a node that {@link Folding} has been through. */
    void writeWhenTrue(Node folded) {
        folded.accept(whenTrue);
    }

    /** Writes the condition that holds exactly when the outcome is neither true nor false. */
    void writeWhenThrowing(Node folded) {
        out.sql("((");
        folded.accept(whenTrue);
        out.sql(") is not true and (");
        folded.accept(whenFalse);
        out.sql(") is not true)");
    }

    private boolean isTotal(Node node) {
        return node.accept(totality);
    }

    private Void joined(Node left, String operator, Node right, Node.Visitor<Void> form) {
        out.sql("(");
        left.accept(form);
        out.sql(operator);
        right.accept(form);
        out.sql(")");
        return null;
    }

    /** {@code CASE V(scrutinee) WHEN decided THEN result WHEN other THEN form(next) END}; NULL falls through to NULL. */
    private Void decided(Node scrutinee, boolean decided, boolean result, Node next, Node.Visitor<Void> form) {
        out.sql("CASE ");
        scrutinee.accept(value);
        out.sql(" WHEN " + truth(decided) + " THEN " + truth(result) + " WHEN " + truth(!decided) + " THEN ");
        next.accept(form);
        out.sql(" END");
        return null;
    }

    /** Where one branch throws, only the other one counts, which leaves its indexes usable. */
    private Void outcome(Node.Choice node, Node.Visitor<Void> form) {
        if (throwsAlways(node.then())) {
            return and(node.condition(), whenFalse, node.otherwise(), form);
        }
        return throwsAlways(node.otherwise()) ? and(node.condition(), whenTrue, node.then(), form) : chosen(node, form);
    }

    private static boolean throwsAlways(Node node) {
        return node instanceof Node.Constant constant && constant.outcome() == Node.Outcome.THROWS;
    }

    private Void and(Node left, Node.Visitor<Void> leftForm, Node right, Node.Visitor<Void> rightForm) {
        out.sql("(");
        left.accept(leftForm);
        out.sql(" AND ");
        right.accept(rightForm);
        return text(")");
    }

    /** A condition that throws chooses neither. */
    private Void chosen(Node.Choice node, Node.Visitor<Void> form) {
        out.sql("CASE ");
        node.condition().accept(value);
        out.sql(" WHEN TRUE THEN ");
        node.then().accept(form);
        out.sql(" WHEN FALSE THEN ");
        node.otherwise().accept(form);
        out.sql(" END");
        return null;
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private Void text(String sql) {
        out.sql(sql);
        return null;
    }

    private Void template(Template template) {
        out.template(template);
        return null;
    }

    private static AssertionError notFolded(Node node) {
        return new AssertionError("folding removes " + node);
    }

    private final class WhenTrue implements Node.Visitor<Void> {
        @Override
        public Void and(Node.And node) {
            return joined(node.left(), " AND ", node.right(), this);
        }

        @Override
        public Void or(Node.Or node) {
            return isTotal(node.left())
                    ? joined(node.left(), " OR ", node.right(), this)
                    : decided(node.left(), true, true, node.right(), this);
        }

        @Override
        public Void not(Node.Not node) {
            return node.operand().accept(whenFalse);
        }

        @Override
        public Void same(Node.Same node) {
            return joined(node.left(), " = ", node.right(), value);
        }

        @Override
        public Void choice(Node.Choice node) {
            return outcome(node, this);
        }

        @Override
        public Void atom(Node.Atom node) {
            return template(node.whenTrue());
        }

        @Override
        public Void given(Node.Given node) {
            throw notFolded(node);
        }

        @Override
        public Void constant(Node.Constant node) {
            return text(truth(node.outcome() == Node.Outcome.TRUE));
        }
    }

    private final class WhenFalse implements Node.Visitor<Void> {
        @Override
        public Void and(Node.And node) {
            return isTotal(node.left())
                    ? joined(node.left(), " OR ", node.right(), this)
                    : decided(node.left(), false, true, node.right(), this);
        }

        @Override
        public Void or(Node.Or node) {
            return joined(node.left(), " AND ", node.right(), this);
        }

        @Override
        public Void not(Node.Not node) {
            return node.operand().accept(whenTrue);
        }

        @Override
        public Void same(Node.Same node) {
            return joined(node.left(), " <> ", node.right(), value);
        }

        @Override
        public Void choice(Node.Choice node) {
            return outcome(node, this);
        }

        @Override
        public Void atom(Node.Atom node) {
            return template(node.whenFalse());
        }

        @Override
        public Void given(Node.Given node) {
            throw notFolded(node);
        }

        @Override
        public Void constant(Node.Constant node) {
            return text(truth(node.outcome() == Node.Outcome.FALSE));
        }
    }

    /** NULL says its type: PostgreSQL takes a {@code CASE} of nothing but NULL for a text. */
    private final class Value implements Node.Visitor<Void> {
        @Override
        public Void and(Node.And node) {
            return isTotal(node.left())
                    ? joined(node.left(), " AND ", node.right(), this)
                    : decided(node.left(), false, false, node.right(), this);
        }

        @Override
        public Void or(Node.Or node) {
            return isTotal(node.left())
                    ? joined(node.left(), " OR ", node.right(), this)
                    : decided(node.left(), true, true, node.right(), this);
        }

        @Override
        public Void not(Node.Not node) {
            out.sql("(NOT ");
            node.operand().accept(this);
            return text(")");
        }

        @Override
        public Void same(Node.Same node) {
            return joined(node.left(), " = ", node.right(), this);
        }

        @Override
        public Void choice(Node.Choice node) {
            return chosen(node, this);
        }

        @Override
        public Void atom(Node.Atom node) {
            out.sql("(");
            out.template(node.value().orElse(node.whenTrue()));
            return text(")");
        }

        @Override
        public Void given(Node.Given node) {
            throw notFolded(node);
        }

        @Override
        public Void constant(Node.Constant node) {
            return switch (node.outcome()) {
                case TRUE -> text("TRUE");
                case FALSE -> text("FALSE");
                case THROWS -> text("CAST(NULL AS BOOLEAN)");
            };
        }
    }
}
