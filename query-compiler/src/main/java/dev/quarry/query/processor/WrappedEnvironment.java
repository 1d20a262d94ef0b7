package dev.quarry.query.processor;

import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;

/** IntelliJ IDEA hands processors a proxy, and a public way to get at what is behind it. */
final class WrappedEnvironment {
    private WrappedEnvironment() {}

    /** javac's own environment where it is wrapped in IDEA's, else the one given. */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ClassLoader loader = environment.getClass().getClassLoader();
        if (loader == null) {
            return environment;
        }
        try {
            Class<?> wrappers = loader.loadClass("org.jetbrains.jps.javac.APIWrappers");
            Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
            Object unwrapped = unwrap.invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped instanceof ProcessingEnvironment javac ? javac : environment;
        } catch (ReflectiveOperationException | LinkageError e) {
            return environment;
        }
    }
}
