package dev.quarry.query.processor;

import dev.quarry.plan.LambdaKey;
import dev.quarry.plan.MethodDigest;
import dev.quarry.query.LambdaSource.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds in a class file the methods that filters and fields are made of. */
final class ImplementationMethods {
    private static final Map<String, Kind> INTERFACES =
            Map.of("dev/quarry/Filter", Kind.FILTER, "dev/quarry/Field", Kind.FIELD);

    private final List<Implementation> lambdas = new ArrayList<>();
    private final Set<Reference> references = new LinkedHashSet<>();

    private ImplementationMethods() {}

    /** A method that a method reference names. */
    record Reference(LambdaKey key, Kind kind) {}

    /**
     * Reads a class file; empty if it is damaged, since javac writes such a one of code that never ends normally inside of an
     * expression.
     *
     * @param others gives the class files of the classes beside it, by their internal names
     */
    static Optional<ImplementationMethods> tryRead(byte[] classFile, Function<String, Optional<byte[]>> others) {
        try {
            return Optional.of(read(classFile, others));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ImplementationMethods read(byte[] classFile, Function<String, Optional<byte[]>> others) {
        ClassReader reader = new ClassReader(classFile);
        Handles handles = new Handles();
        reader.accept(handles, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        Methods methods = new Methods(reader.getClassName(), handles.found, MethodDigest.ofMethods(classFile, others));
        reader.accept(methods, ClassReader.SKIP_FRAMES);
        ImplementationMethods found = new ImplementationMethods();
        handles.found.forEach((key, kinds) -> kinds.forEach(kind -> methods.implementation(key, kind)
                .ifPresentOrElse(found.lambdas::add, () -> found.references.add(new Reference(key, kind)))));
        return found;
    }

    /** The synthetic methods, each once however many places make objects of it. */
    List<Implementation> lambdas() {
        return lambdas;
    }

    /** The other methods, which method references name. */
    Collection<Reference> references() {
        return references;
    }

    /** All handles of which objects of our types are made. */
    private static final class Handles extends ClassVisitor {
        private final Map<LambdaKey, Set<Kind>> found = new LinkedHashMap<>();

        Handles() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            if (name.equals("$deserializeLambda$")) {
                return null; // repeats every handle there is
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String method, String type, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                            && arguments.length > 1
                            && arguments[1] instanceof Handle target) {
                        kind(type, arguments).ifPresent(kind -> add(target, kind));
                    }
                }
            };
        }

        private void add(Handle target, Kind kind) {
            LambdaKey key = new LambdaKey(target.getOwner().replace('/', '.'), target.getName(), target.getDesc());
            found.computeIfAbsent(key, unseen -> new LinkedHashSet<>()).add(kind);
        }

        /** In a cast to several interfaces ours need not be the first; then it stands among the markers. */
        private static Optional<Kind> kind(String type, Object[] arguments) {
            Kind returned = INTERFACES.get(Type.getReturnType(type).getInternalName());
            if (returned != null) {
                return Optional.of(returned);
            }
            for (int i = 3; i < arguments.length; i++) {
                if (arguments[i] instanceof Type marker && marker.getSort() == Type.OBJECT) {
                    Kind marked = INTERFACES.get(marker.getInternalName());
                    if (marked != null) {
                        return Optional.of(marked);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** The code of those handles that are lambdas of this class. */
    private static final class Methods extends ClassVisitor {
        private final String owner;
        private final Map<LambdaKey, Set<Kind>> wanted;
        private final Map<LambdaKey, String> digests;
        private final Map<LambdaKey, CodeTrace> codes = new LinkedHashMap<>();

        Methods(String owner, Map<LambdaKey, Set<Kind>> wanted, Map<LambdaKey, String> digests) {
            super(Opcodes.ASM9);
            this.owner = owner.replace('/', '.');
            this.wanted = wanted;
            this.digests = digests;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            LambdaKey key = new LambdaKey(owner, name, descriptor);
            boolean synthetic = (access & Opcodes.ACC_SYNTHETIC) != 0 && name.startsWith("lambda$");
            if (!synthetic || !wanted.containsKey(key)) {
                return null;
            }
            CodeTrace code = new CodeTrace((access & Opcodes.ACC_STATIC) != 0, descriptor);
            codes.put(key, code);
            return code;
        }

        Optional<Implementation> implementation(LambdaKey key, Kind kind) {
            return Optional.ofNullable(codes.get(key))
                    .map(code -> new Implementation(
                            key,
                            kind,
                            !code.isStatic(),
                            code.firstLine(),
                            code.lastLine(),
                            code.parameterNames(),
                            code.trace(),
                            digests.getOrDefault(key, "")));
        }
    }
}
