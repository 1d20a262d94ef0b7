package dev.quarry.query.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Which components of a record are marked {@code @Nullable}. */
interface Nullness {

    /** Whether the component itself is. */
    boolean isNullable(RecordComponentElement component);

    /** Whether that type argument of the component's type is. */
    boolean isArgumentNullable(RecordComponentElement component, int index);

    /** As javac read it from source. */
    final class OfSource implements Nullness {
        @Override
        public boolean isNullable(RecordComponentElement component) {
            return isMarked(component.asType());
        }

        @Override
        public boolean isArgumentNullable(RecordComponentElement component, int index) {
            List<? extends TypeMirror> arguments = ((DeclaredType) component.asType()).getTypeArguments();
            return isMarked(arguments.get(index));
        }

        private static boolean isMarked(AnnotatedConstruct type) {
            return type.getAnnotationMirrors().stream()
                    .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
                    .anyMatch(marker -> marker.getQualifiedName().contentEquals(Nullable.class.getName()));
        }
    }

    /** As the class file has it: javac before 22 reads no type annotations from class files. */
    final class OfClassFile extends ClassVisitor implements Nullness {
        private final Set<String> marked = new HashSet<>();

        private OfClassFile() {
            super(Opcodes.ASM9);
        }

        static OfClassFile read(byte[] classFile) {
            OfClassFile nullness = new OfClassFile();
            new ClassReader(classFile)
                    .accept(nullness, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return nullness;
        }

        @Override
        public boolean isNullable(RecordComponentElement component) {
            return marked.contains(component.getSimpleName().toString());
        }

        @Override
        public boolean isArgumentNullable(RecordComponentElement component, int index) {
            return marked.contains(component.getSimpleName() + place(index + ";"));
        }

        private static String place(@Nullable String path) {
            return path == null ? "" : " " + path;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            return new RecordComponentVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitTypeAnnotation(
                        int reference, @Nullable TypePath path, String annotation, boolean visible) {
                    if (annotation.equals(Type.getDescriptor(Nullable.class))) {
                        marked.add(name + place(path == null ? null : path.toString()));
                    }
                    return null;
                }
            };
        }
    }
}
