package dev.quarry.engine;

import dev.quarry.error.DatastoreException;
import dev.quarry.error.InvalidUse;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections of which one can be bound to a thread: whatever the thread does while its transaction or snapshot goes on is done
 * in it. While it changes stores it can do nothing else: what it wrote could be lost with what the change gives up, or stay where
 * the change is rolled back. Thread-safe.
 */
final class ThreadBound implements Connections {
    private final Connections connections;
    private final ThreadLocal<Bound> bound = new ThreadLocal<>();

    ThreadBound(Connections connections) {
        this.connections = connections;
    }

    /** What a thread is in. */
    private enum Scope {
        TRANSACTION,
        SNAPSHOT,
        CHANGE
    }

    /** A session that a thread is bound to, and what undid the transaction that it is in. */
    private static final class Bound {
        private final Session session;
        private final Scope scope;
        private @Nullable SQLException undone;

        Bound(Session session, Scope scope) {
            this.session = session;
            this.scope = scope;
        }
    }

    /** What the thread is in and can do more in; null if it is in nothing. */
    private @Nullable Bound outer() {
        Bound outer = bound.get();
        if (outer != null && outer.scope == Scope.CHANGE) {
            throw new InvalidUse(
                    "the database was used by code that runs while its stores are changed, such as a migration script, a record's"
                            + " constructor or a progress listener",
                    "let it work with what it is given alone: write before or behind the change, and read before it what is"
                            + " needed in it");
        }
        return outer;
    }

    @Override
    public <R> R transaction(Work<R> work) {
        Bound outer = outer();
        if (outer == null) {
            return connections.transaction(session -> inScope(session, Scope.TRANSACTION, work));
        }
        requireWritable(outer, "a transaction");
        return run(outer, work);
    }

    @Override
    public <R> R snapshot(Work<R> work) {
        Bound outer = outer();
        return outer == null
                ? connections.snapshot(session -> inScope(session, Scope.SNAPSHOT, work))
                : run(outer, work);
    }

    /**
     * Work whose caller caught what undid the transaction has not been done either, so this throws it once more for the
     * transaction to be done again.
     */
    private <R> R inScope(Session session, Scope scope, Work<R> work) throws SQLException {
        Bound mine = new Bound(session, scope);
        bound.set(mine);
        try {
            R result = work.run(session);
            if (mine.undone != null) {
                throw mine.undone;
            }
            return result;
        } catch (RuntimeException e) {
            if (mine.undone != null) {
                throw mine.undone;
            }
            throw e;
        } finally {
            bound.remove();
        }
    }

    @Override
    public <R> R read(Work<R> work) {
        Bound outer = outer();
        return outer == null ? connections.read(work) : run(outer, work);
    }

    @Override
    public <R> R writeOne(Work<R> work) {
        Bound outer = outer();
        if (outer == null) {
            return connections.writeOne(work);
        }
        requireWritable(outer, "a write");
        return run(outer, work);
    }

    /** What fails is undone by itself: its caller may go on with the rest of the transaction. */
    @Override
    public <R> R write(Work<R> work) {
        Bound outer = outer();
        if (outer == null) {
            return connections.write(work);
        }
        requireWritable(outer, "a write");
        return run(outer, session -> Savepoint.around(session, work));
    }

    @Override
    public <R> R change(Work<R> work) {
        Bound outer = outer();
        if (outer != null) {
            throw new InvalidUse(
                    "a store was created, changed, renamed or dropped inside a transaction or snapshot",
                    "do it before: open all stores first");
        }
        return connections.change(session -> inScope(session, Scope.CHANGE, work));
    }

    private static void requireWritable(Bound outer, String what) {
        if (outer.scope == Scope.SNAPSHOT) {
            throw new InvalidUse(what + " was begun inside snapshot(…), which only reads", "use transaction(…)");
        }
    }

    private <R> R run(Bound outer, Work<R> work) {
        if (outer.undone != null) {
            throw connections.failure(outer.undone);
        }
        try {
            return work.run(outer.session);
        } catch (SQLException e) {
            if (outer.undone == null && connections.undoes(e)) {
                outer.undone = e;
            }
            throw connections.failure(e);
        }
    }

    @Override
    public boolean undoes(SQLException failure) {
        return connections.undoes(failure);
    }

    @Override
    public DatastoreException failure(SQLException failure) {
        return connections.failure(failure);
    }

    @Override
    public long preparedStatements() {
        return connections.preparedStatements();
    }

    @Override
    public String location() {
        return connections.location();
    }

    @Override
    public void close() {
        if (bound.get() != null) {
            throw new InvalidUse(
                    "the database was closed inside its own transaction or snapshot, or while its stores are changed",
                    "close it behind that");
        }
        connections.close();
    }
}
