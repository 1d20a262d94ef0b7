package dev.quarry.codec;

import dev.quarry.error.UnsupportedRecord;
import dev.quarry.schema.CanonicalEquality;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes records of one class apart and puts them together, through method handles made once. Immutable and thread-safe. */
final class RecordAccess {
    private final Class<?> type;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    private RecordAccess(Class<?> type, MethodHandle constructor, MethodHandle[] accessors) {
        this.type = type;
        this.constructor = constructor;
        this.accessors = accessors;
    }

    /** Access to a class; throws {@link UnsupportedRecord} if its module does not give it. */
    static RecordAccess to(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandle[] accessors = new MethodHandle[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            for (int i = 0; i < components.length; i++) {
                open(components[i].getAccessor(), type);
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            return new RecordAccess(type, constructor(type, components, lookup), accessors);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor and accessors: " + type, e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        open(constructor, type);
        return lookup.unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static void open(AccessibleObject member, Class<?> type) {
        try {
            member.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new UnsupportedRecord(
                    type.getName(),
                    "its module does not let Quarry in; add to module-info.java: opens " + type.getPackageName()
                            + " to dev.quarry.core;");
        }
    }

    /** The record's class. */
    Class<?> type() {
        return type;
    }

    /** The component of a record. */
    @Nullable
    Object component(Object record, int index) {
        try {
            return (Object) accessors[index].invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor throws nothing checked", e);
        }
    }

    /** The record of some components; throws {@link Unreadable} if its constructor refuses them. */
    Object construct(@Nullable Object[] components) {
        try {
            return (Object) constructor.invokeExact(components);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Unreadable("the constructor of " + type.getName() + " refused it: " + e, e);
        }
    }

    /** As {@link Codec#misfit} has it, by the codecs of the components. */
    Optional<Class<?>> misfit(Object value, List<? extends Codec> components) {
        if (!type.isInstance(value)) {
            return Optional.of(value.getClass());
        }
        for (int i = 0; i < components.size(); i++) {
            Object component = component(value, i);
            Optional<Class<?>> misfit =
                    component == null ? Optional.empty() : components.get(i).misfit(component);
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    /** As {@link Codec#incomparable} has it, by the codecs of the components. */
    Optional<String> incomparable(List<? extends Codec> components) {
        if (!CanonicalEquality.isKept(type)) {
            return Optional.of(type.getName() + " has an equals of its own, which no database knows;"
                    + " compare the components that it compares");
        }
        return components.stream()
                .flatMap(component -> component.incomparable().stream())
                .findFirst();
    }
}
