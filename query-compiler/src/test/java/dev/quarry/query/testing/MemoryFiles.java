package dev.quarry.query.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A file manager that keeps what javac writes, as build tools and shells have. */
public final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Memory> files = new TreeMap<>();

    /** An empty one; its inputs are those of javac's own. */
    public MemoryFiles() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null));
    }

    /** The paths of the files. */
    public Set<String> written() {
        return files.keySet();
    }

    /** The files by their paths. */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, file) -> contents.put(name, file.content()));
        return contents;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        return file(className.replace('.', '/') + kind.extension);
    }

    @Override
    public FileObject getFileForOutput(
            Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
        return file(packageName.isEmpty() ? relativeName : packageName.replace('.', '/') + "/" + relativeName);
    }

    private Memory file(String name) {
        return files.computeIfAbsent(name, Memory::new);
    }

    private static final class Memory extends SimpleJavaFileObject {
        private @Nullable ByteArrayOutputStream bytes;

        Memory(String name) {
            super(URI.create("memory:///" + name.replace("$", "%24")), Kind.OTHER);
        }

        byte[] content() {
            return bytes == null ? new byte[0] : bytes.toByteArray();
        }

        @Override
        public OutputStream openOutputStream() {
            bytes = new ByteArrayOutputStream();
            return bytes;
        }

        @Override
        public InputStream openInputStream() throws FileNotFoundException {
            if (bytes == null) {
                throw new FileNotFoundException(toUri().toString());
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
