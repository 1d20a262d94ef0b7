package dev.quarry.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as the text of their hash. Their class belongs to the API, which nothing inside may know, and lets nobody else
 * have the hash: two of its methods that are not public are found by name.
 */
final class PasswordCodec extends ScalarCodec {
    private final MethodHandle hash;
    private final MethodHandle ofHash;

    PasswordCodec(Class<?> type) {
        super(type, 1);
        this.hash = handle(type, "hash").asType(MethodType.methodType(String.class, Object.class));
        this.ofHash = handle(type, "ofHash", String.class).asType(MethodType.methodType(Object.class, String.class));
    }

    private static MethodHandle handle(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has a method " + name, e);
        }
    }

    private String hash(Object password) {
        try {
            return (String) hash.invokeExact(password);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("nothing checked is thrown", e);
        }
    }

    private Object password(String text) {
        try {
            return (Object) ofHash.invokeExact(text);
        } catch (IllegalArgumentException e) {
            throw new Damaged("holds a text that is no hash of a password", e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("nothing checked is thrown", e);
        }
    }

    @Override
    void store(Object value, @Nullable Object[] row, int at) {
        row[at] = hash(value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int at) throws SQLException {
        String text = rows.getString(at);
        return text == null ? null : password(text);
    }

    @Override
    public void write(Object value, JsonGenerator json) throws IOException {
        json.writeString(hash(value));
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        JsonCodec.expect(json.currentToken(), JsonToken.VALUE_STRING);
        return password(json.getText());
    }
}
