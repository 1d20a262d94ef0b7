package dev.quarry.schema;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells whether records are equal exactly if their components are: an {@code equals} written by hand may see it otherwise. */
public final class CanonicalEquality {
    private static final String NAME = "equals";
    private static final String DESCRIPTOR = "(Ljava/lang/Object;)Z";
    private static final String GENERATOR = "java/lang/runtime/ObjectMethods";

    private CanonicalEquality() {}

    /** Whether a record's {@code equals} is the one that every record has, by its class file. */
    public static boolean isKept(Class<?> record) {
        boolean[] generated = new boolean[1];
        new ClassReader(ClassFiles.of(record))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] thrown) {
                                boolean equality = name.equals(NAME) && descriptor.equals(DESCRIPTOR);
                                return equality ? new EqualityCode(generated) : null;
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return generated[0];
    }

    /** Recognises the call that the compiler writes; a source cannot contain it. */
    private static final class EqualityCode extends MethodVisitor {
        private final boolean[] generated;

        EqualityCode(boolean[] generated) {
            super(Opcodes.ASM9);
            this.generated = generated;
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            generated[0] |= bootstrap.getOwner().equals(GENERATOR);
        }
    }
}
