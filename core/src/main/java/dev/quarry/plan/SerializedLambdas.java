package dev.quarry.plan;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gets at what a serializable lambda captured, by the one way that Java offers. */
final class SerializedLambdas {
    private static final MethodType REPLACEMENT = MethodType.methodType(Object.class, Object.class);

    private SerializedLambdas() {}

    /** Reads lambda objects of one class. */
    @FunctionalInterface
    interface Reader {
        Optional<SerializedLambda> read(Object lambda);
    }

    /** The fastest reader that the lambda's module allows. */
    static Reader reader(Class<?> lambdaClass) {
        try {
            Method writeReplace = lambdaClass.getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return new Direct(MethodHandles.lookup().unreflect(writeReplace).asType(REPLACEMENT));
        } catch (NoSuchMethodException e) {
            return lambda -> Optional.empty();
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            return SerializedLambdas::throughStream;
        }
    }

    /** {@code writeReplace}, called. */
    private record Direct(MethodHandle writeReplace) implements Reader {
        @Override
        public Optional<SerializedLambda> read(Object lambda) {
            try {
                Object replacement = (Object) writeReplace.invokeExact(lambda);
                return replacement instanceof SerializedLambda serialized ? Optional.of(serialized) : Optional.empty();
            } catch (Throwable e) {
                throw new IllegalStateException("cannot read the captured values of " + lambda.getClass(), e);
            }
        }
    }

    /** Serialization calls {@code writeReplace} in every module; the stream keeps what it gives and writes nothing. */
    private static Optional<SerializedLambda> throughStream(Object lambda) {
        try (Interception stream = new Interception()) {
            stream.writeObject(lambda);
            return Optional.ofNullable(stream.seen);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the captured values of " + lambda.getClass(), e);
        }
    }

    private static final class Interception extends ObjectOutputStream {
        private @Nullable SerializedLambda seen;

        Interception() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object instanceof SerializedLambda lambda) {
                seen = lambda;
                return null;
            }
            return object;
        }
    }
}
