package dev.quarry.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to a real server, on the way to which things go wrong when a test says so. Thread-safe. */
public final class FaultySource implements DataSource {
    private static final Set<String> EXECUTE = Set.of("executeUpdate", "executeQuery", "executeBatch");

    private final String url;
    private final Supplier<Optional<Fault>> faults;
    private final AtomicInteger struck = new AtomicInteger();
    private final Queue<Thread> leftovers = new ConcurrentLinkedQueue<>();

    /**
     * A source of connections.
     *
     * @param faults asked at each statement and each commit, which may be the end of a statement, for what goes wrong there
     */
    public FaultySource(String url, Supplier<Optional<Fault>> faults) {
        this.url = url;
        this.faults = faults;
    }

    /** What goes wrong. */
    public enum Fault {
        /** A commit that the server refuses because of another transaction. */
        CONFLICT_AT_COMMIT("40001", true),
        /** A statement that the server ends because of another transaction. */
        DEADLOCK("40P01", false),
        /** A statement that the server ends for want of room on its disk. */
        DISK_FULL("53100", false),
        /** A connection that breaks before a commit gets to the server. */
        LOST_BEFORE_COMMIT("08006", true),
        /** A connection that breaks when a commit is done and before its answer comes. */
        LOST_AFTER_COMMIT("08006", true),
        /** A commit that is done and of which the server says that it does not know. */
        UNKNOWN_AFTER_COMMIT("40003", true),
        /** A connection that breaks before a statement gets to the server. */
        LOST_BEFORE_STATEMENT("08006", false),
        /** A connection that breaks when a statement is done and before its answer comes. */
        LOST_AFTER_STATEMENT("08006", false),
        /** A connection that breaks when a statement has been sent, which the server does after that, however long it takes. */
        LOST_DURING_STATEMENT("08006", false);

        private final String state;
        private final boolean atCommit;

        Fault(String state, boolean atCommit) {
            this.state = state;
            this.atCommit = atCommit;
        }

        private SQLException failure() {
            return new SQLException("injected: " + this, state);
        }
    }

    /** Waits until the server has done all that is left of broken connections. */
    public void awaitLeftovers() throws InterruptedException {
        for (Thread thread = leftovers.poll(); thread != null; thread = leftovers.poll()) {
            thread.join();
        }
    }

    /** How many things went wrong. */
    public int struck() {
        return struck.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = DriverManager.getConnection(url);
        AtomicBoolean left = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                FaultySource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        left.get() ? onLost(method) : onConnection(real, left, method, arguments));
    }

    private static @Nullable Object onLost(Method method) throws SQLException {
        return switch (method.getName()) {
            case "close" -> null;
            case "isClosed" -> true;
            default -> throw new SQLException("this connection is lost", "08003");
        };
    }

    private @Nullable Object onConnection(
            Connection real, AtomicBoolean left, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("commit")) {
            Optional<Fault> fault = faults.get().filter(one -> one.atCommit);
            if (fault.isPresent()) {
                struck.incrementAndGet();
                commit(real, fault.get());
            }
        }
        Object result = call(real, method, arguments);
        boolean commits = arguments != null
                && arguments.length > 0
                && String.valueOf(arguments[0]).endsWith("; commit");
        return result instanceof PreparedStatement statement
                ? Proxy.newProxyInstance(
                        FaultySource.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (proxy, called, values) -> onStatement(real, left, statement, commits, called, values))
                : result;
    }

    private static void commit(Connection real, Fault fault) throws SQLException {
        if (fault == Fault.CONFLICT_AT_COMMIT) {
            real.rollback();
        } else {
            if (fault != Fault.LOST_BEFORE_COMMIT) {
                real.commit();
            }
            if (fault != Fault.UNKNOWN_AFTER_COMMIT) {
                real.abort(Runnable::run);
            }
        }
        throw fault.failure();
    }

    private @Nullable Object onStatement(
            Connection real,
            AtomicBoolean left,
            PreparedStatement statement,
            boolean commits,
            Method method,
            Object @Nullable [] arguments)
            throws Throwable {
        if (left.get()) {
            return onLost(method);
        }
        Optional<Fault> fault = EXECUTE.contains(method.getName())
                ? faults.get().filter(one -> commits || !one.atCommit)
                : Optional.empty();
        if (fault.isEmpty()) {
            return call(statement, method, arguments);
        }
        struck.incrementAndGet();
        switch (fault.get()) {
            case CONFLICT_AT_COMMIT -> real.rollback();
            case DEADLOCK -> {}
            case DISK_FULL -> fail(real, fault.get());
            case LOST_BEFORE_COMMIT, LOST_BEFORE_STATEMENT -> real.abort(Runnable::run);
            case LOST_AFTER_COMMIT, LOST_AFTER_STATEMENT -> {
                call(statement, method, arguments);
                real.abort(Runnable::run);
            }
            case UNKNOWN_AFTER_COMMIT -> call(statement, method, arguments);
            case LOST_DURING_STATEMENT -> {
                left.set(true);
                leave(real, statement, method, arguments);
            }
        }
        throw fault.get().failure();
    }

    private void leave(Connection real, PreparedStatement statement, Method method, Object @Nullable [] arguments) {
        Thread server = new Thread(() -> {
            try (real) {
                call(statement, method, arguments);
            } catch (Throwable e) {
                // nobody is there to be told
            }
        });
        leftovers.add(server);
        server.start();
    }

    /** The server itself says so: to it the transaction has failed. */
    private static void fail(Connection real, Fault fault) throws SQLException {
        try (Statement statement = real.createStatement()) {
            statement.execute(
                    "do $$ begin raise exception 'could not extend file: No space left on device' using errcode = '"
                            + fault.state + "'; end $$");
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
