package dev.quarry.migration;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

/** A class path that lists scripts of its own, for the thread that makes it and until it is closed. */
public final class ListedClasses implements AutoCloseable {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    /** Lists the names in a directory, instead of what the tests' class path lists. */
    public ListedClasses(Path directory, String... names) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Path list = Files.write(services.resolve(Script.class.getName()), List.of(names));
        loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.endsWith(list.getFileName().toString()) ? findResources(name) : super.getResources(name);
            }
        };
        Thread.currentThread().setContextClassLoader(loader);
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }
}
