package dev.quarry.plan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Reads the static final fields that lambdas of one class mention. Each is looked up once. Thread-safe. */
final class StaticFields {
    private final Class<?> capturingClass;
    private final ConcurrentMap<BindExpr.StaticField, MethodHandle> getters = new ConcurrentHashMap<>();

    /** Fields are found through the class loader of the class that holds the lambda, as its own code finds them. */
    StaticFields(Class<?> capturingClass) {
        this.capturingClass = capturingClass;
    }

    @Nullable
    Object read(BindExpr.StaticField field) {
        MethodHandle getter = getters.computeIfAbsent(field, this::find);
        try {
            return getter.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + field.className() + "." + field.name(), e);
        }
    }

    private MethodHandle find(BindExpr.StaticField field) {
        try {
            Field found = Class.forName(field.className(), true, capturingClass.getClassLoader())
                    .getDeclaredField(field.name());
            found.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(found);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot find " + field.className() + "." + field.name(), e);
        }
    }
}
