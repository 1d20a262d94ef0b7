package dev.quarry.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A digest of what a method does: its instructions with their operands, but neither line numbers nor variable names, so
 * that it changes with the code and not with the place the code stands at. The code of the lambdas inside it is part of it,
 * and so is the table by which a switch knows the constants of an enum, which javac keeps in a class of its own. Twelve
 * bytes of SHA-256 in hexadecimal.
 */
public final class MethodDigest {
    private static final String NOT_FOUND = "?";

    private final Map<LambdaKey, Instructions> methods;
    private final Function<String, Optional<byte[]>> classFiles;

    private MethodDigest(Map<LambdaKey, Instructions> methods, Function<String, Optional<byte[]>> classFiles) {
        this.methods = methods;
        this.classFiles = classFiles;
    }

    /**
     * The digests of all methods of a class that have code.
     *
     * @param classFiles gives the class files of other classes by their internal names
     */
    public static Map<LambdaKey, String> ofMethods(byte[] classFile, Function<String, Optional<byte[]>> classFiles) {
        MethodDigest digest = new MethodDigest(instructions(classFile), classFiles);
        Map<LambdaKey, String> digests = new HashMap<>();
        digest.methods.forEach((key, method) -> digests.put(key, digest.of(method)));
        return digests;
    }

    private static Map<LambdaKey, Instructions> instructions(byte[] classFile) {
        Map<LambdaKey, Instructions> methods = new LinkedHashMap<>();
        ClassReader reader = new ClassReader(classFile);
        String owner = reader.getClassName().replace('/', '.');
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] thrown) {
                Instructions method = new Instructions();
                methods.put(new LambdaKey(owner, name, descriptor), method);
                return method;
            }
        };
        reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        methods.values().removeIf(Instructions::isEmpty);
        return methods;
    }

    private String of(Instructions method) {
        StringBuilder text = new StringBuilder(method.text());
        for (LambdaKey lambda : method.lambdas()) {
            Instructions inside = methods.get(lambda);
            text.append("lambda ")
                    .append(inside == null ? NOT_FOUND : of(inside))
                    .append('\n');
        }
        for (String owner : method.switchTables()) {
            text.append("switch ")
                    .append(classFiles
                            .apply(owner)
                            .map(MethodDigest::initializer)
                            .orElse(NOT_FOUND))
                    .append('\n');
        }
        return digest(text.toString());
    }

    /** The tables are filled by the class's static initializer, and by nothing else. */
    private static String initializer(byte[] classFile) {
        return instructions(classFile).entrySet().stream()
                .filter(method -> method.getKey().name().equals("<clinit>"))
                .map(method -> method.getValue().text())
                .findFirst()
                .orElse(NOT_FOUND);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
