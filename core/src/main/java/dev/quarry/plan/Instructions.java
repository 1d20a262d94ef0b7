package dev.quarry.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the instructions of one method as text, labels numbered in the order of their first mention. */
final class Instructions extends MethodVisitor {
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final List<LambdaKey> lambdas = new ArrayList<>();
    private final List<String> switchTables = new ArrayList<>();

    Instructions() {
        super(Opcodes.ASM9);
    }

    /** The method's instructions. */
    String text() {
        return text.toString();
    }

    /** Whether the method has no code. */
    boolean isEmpty() {
        return text.length() == 0;
    }

    /** The synthetic methods that the lambdas in it are made of. */
    List<LambdaKey> lambdas() {
        return lambdas;
    }

    /** The internal names of the classes whose tables its switches over enums look constants up in. */
    List<String> switchTables() {
        return switchTables;
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
        if (name.startsWith("$SwitchMap$")) {
            switchTables.add(owner);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        line(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        line("indy", name, descriptor, bootstrap);
        for (Object argument : arguments) {
            if (argument instanceof Handle handle && handle.getName().startsWith("lambda$")) {
                // its name counts the lambdas before it, which are none of this one's affair
                line("lambda", handle.getDesc());
                lambdas.add(new LambdaKey(handle.getOwner().replace('/', '.'), handle.getName(), handle.getDesc()));
            } else {
                line(argument);
            }
        }
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
}
