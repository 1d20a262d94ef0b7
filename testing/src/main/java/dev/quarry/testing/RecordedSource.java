package dev.quarry.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to a real server that write down every statement that is prepared or run on them. Thread-safe. */
public final class RecordedSource {
    private final String url;
    private final UnaryOperator<String> understood;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** Connections to what a URL names. */
    public RecordedSource(String url) {
        this(url, UnaryOperator.identity());
    }

    /**
     * Connections to what a URL names, in place of a server with words of its own.
     *
     * @param understood puts a statement into the words of the server that is there
     */
    public RecordedSource(String url, UnaryOperator<String> understood) {
        this.url = url;
        this.understood = understood;
    }

    /** The statements so far, in order. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** What gives the connections. */
    public DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return connection(DriverManager.getConnection(url));
            }
            throw new SQLException(method.getName() + " is not known here");
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            record(method, arguments);
            Object result = call(real, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? statement(statement)
                    : result;
        });
    }

    private Statement statement(Statement real) {
        return proxy(Statement.class, (method, arguments) -> {
            record(method, arguments);
            return call(real, method, arguments);
        });
    }

    private void record(Method method, Object @Nullable [] arguments) {
        boolean runs =
                method.getName().startsWith("prepare") || method.getName().startsWith("execute");
        if (runs && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            statements.add(sql);
            arguments[0] = understood.apply(sql);
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                RecordedSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
