package dev.quarry.schema;

import dev.quarry.error.UnsupportedRecord;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tells whether a record's accessors give the components as they are. A hand-written accessor may give something else than
 * what is stored, and then {@code u.name()} and the column are two different things.
 */
public final class CanonicalAccessors {
    private CanonicalAccessors() {}

    /** The first component whose accessor does anything but return the field, by the record's class file. */
    public static Optional<String> firstHandWritten(byte[] classFile, Collection<String> components) {
        Set<String> canonical = new HashSet<>();
        ClassReader reader = new ClassReader(classFile);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] thrown) {
                        boolean accessor = components.contains(name) && Type.getArgumentTypes(descriptor).length == 0;
                        return accessor ? new AccessorCode(reader.getClassName(), name, canonical) : null;
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return components.stream().filter(name -> !canonical.contains(name)).findFirst();
    }

    static void require(Class<?> record) {
        List<String> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(component.getName());
        }
        firstHandWritten(ClassFiles.of(record), components).ifPresent(name -> {
            throw new UnsupportedRecord(record.getName(), reason(name));
        });
    }

    /** Why a hand-written accessor is refused; the compiler says the same. */
    public static String reason(String component) {
        return "the accessor " + component + "() is written by hand, so what it gives and what is stored can differ;"
                + " remove it, or give the method another name";
    }

    /** Recognises {@code return this.name;} and nothing else. */
    private static final class AccessorCode extends MethodVisitor {
        private final String owner;
        private final String name;
        private final Set<String> canonical;
        private final StringBuilder seen = new StringBuilder();

        AccessorCode(String owner, String name, Set<String> canonical) {
            super(Opcodes.ASM9);
            this.owner = owner;
            this.name = name;
            this.canonical = canonical;
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            seen.append(opcode == Opcodes.ALOAD && index == 0 ? "this " : "other ");
        }

        @Override
        public void visitFieldInsn(int opcode, String fieldOwner, String field, String descriptor) {
            boolean own = opcode == Opcodes.GETFIELD && fieldOwner.equals(owner) && field.equals(name);
            seen.append(own ? "field " : "other ");
        }

        @Override
        public void visitInsn(int opcode) {
            seen.append(opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN ? "return " : "other ");
        }

        @Override
        public void visitMethodInsn(int opcode, String target, String method, String descriptor, boolean isInterface) {
            seen.append("other ");
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            seen.append("other ");
        }

        @Override
        public void visitLdcInsn(Object value) {
            seen.append("other ");
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            seen.append("other ");
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            seen.append("other ");
        }

        @Override
        public void visitEnd() {
            if (seen.toString().equals("this field return ")) {
                canonical.add(name);
            }
        }
    }
}
