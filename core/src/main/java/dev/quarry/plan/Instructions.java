package dev.quarry.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the instructions of one method as text, labels numbered in the order of their first mention. */
final class Instructions extends MethodVisitor {
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final Consumer<String> done;

    Instructions(Consumer<String> done) {
        super(Opcodes.ASM9);
        this.done = done;
    }

    private void line(Object... parts) {
        for (Object part : parts) {
            text.append(part).append(' ');
        }
        text.append('\n');
    }

    private int number(Label label) {
        return labels.computeIfAbsent(label, unseen -> labels.size());
    }

    private static String typed(Object constant) {
        return constant.getClass().getSimpleName() + ":" + constant;
    }

    @Override
    public void visitInsn(int opcode) {
        line(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        line(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        line(opcode, index);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        line(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        line(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        line(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        line("indy", name, descriptor, bootstrap, Arrays.toString(arguments));
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        line(opcode, number(label));
    }

    @Override
    public void visitLabel(Label label) {
        line("label", number(label));
    }

    @Override
    public void visitLdcInsn(Object value) {
        line("ldc", typed(value));
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        line("iinc", index, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... cases) {
        line("table", min, max, number(otherwise), Arrays.toString(numbers(cases)));
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] cases) {
        line("lookup", number(otherwise), Arrays.toString(keys), Arrays.toString(numbers(cases)));
    }

    private int[] numbers(Label[] cases) {
        return Arrays.stream(cases).mapToInt(this::number).toArray();
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        line("multi", descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        line("try", number(start), number(end), number(handler), type);
    }

    @Override
    public void visitEnd() {
        done.accept(text.toString());
    }
}
