package dev.quarry.plan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Reads the fields that lambdas of one class mention, static ones and those of captured objects. Thread-safe. */
final class MentionedFields {
    private final Class<?> capturingClass;
    private final ConcurrentMap<Name, MethodHandle> getters = new ConcurrentHashMap<>();

    /** Fields are found through the class loader of the class that holds the lambda, as its own code finds them. */
    MentionedFields(Class<?> capturingClass) {
        this.capturingClass = capturingClass;
    }

    private record Name(String className, String field) {}

    @Nullable
    Object read(BindExpr.StaticField field) {
        MethodHandle getter = getter(field.className(), field.name());
        try {
            return getter.invoke();
        } catch (Throwable e) {
            throw unreadable(field.className(), field.name(), e);
        }
    }

    @Nullable
    Object read(BindExpr.InstanceField field, Object object) {
        MethodHandle getter = getter(field.className(), field.name());
        try {
            return getter.invoke(object);
        } catch (Throwable e) {
            throw unreadable(field.className(), field.name(), e);
        }
    }

    private static IllegalStateException unreadable(String className, String field, Throwable cause) {
        return new IllegalStateException("cannot read " + className + "." + field, cause);
    }

    private MethodHandle getter(String className, String field) {
        return getters.computeIfAbsent(new Name(className, field), this::find);
    }

    private MethodHandle find(Name name) {
        try {
            Field found = Class.forName(name.className(), true, capturingClass.getClassLoader())
                    .getDeclaredField(name.field());
            found.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(found);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot find " + name.className() + "." + name.field(), e);
        }
    }
}
