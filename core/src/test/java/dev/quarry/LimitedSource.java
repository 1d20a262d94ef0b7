package dev.quarry;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of the driver, so many at a time, from a pool that says what is wrong as most do: in its own words, without a state. */
final class LimitedSource implements DataSource {
    private final Semaphore free;
    private final long waitMillis;
    private volatile String url;

    /** A pool that waits so long for a connection to come free. */
    LimitedSource(String url, int connections, long waitMillis) {
        this.url = url;
        this.free = new Semaphore(connections);
        this.waitMillis = waitMillis;
    }

    /** Connects to somewhere else from now on. */
    void connectTo(String other) {
        url = other;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!free.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLException("pool exhausted");
            }
        } catch (InterruptedException e) {
            throw new SQLException("pool interrupted", e);
        }
        boolean given = false;
        try {
            Connection connection = returning(DriverManager.getConnection(url));
            given = true;
            return connection;
        } catch (SQLException e) {
            throw new SQLException("pool cannot make a connection", new IllegalStateException(e));
        } finally {
            if (!given) {
                free.release();
            }
        }
    }

    private Connection returning(Connection real) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                LimitedSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !closed.getAndSet(true)) {
                        free.release();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

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
