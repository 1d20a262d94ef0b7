package dev.quarry.query.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the trace, the lines and the parameters' names of a lambda's method. */
final class CodeTrace extends MethodVisitor {
    private static final Set<String> BOXES = Set.of(
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Boolean");

    private final boolean isStatic;
    private final Map<Integer, Integer> parameterOfSlot = new HashMap<>();
    private final int parameterCount;
    private final @Nullable String[] names;
    private final Trace.Builder trace = new Trace.Builder();
    private final Map<Label, List<Integer>> jumps = new HashMap<>();
    private boolean pendingOne;
    private int firstLine;
    private int lastLine;

    CodeTrace(boolean isStatic, String descriptor) {
        super(Opcodes.ASM9);
        this.isStatic = isStatic;
        int slot = isStatic ? 0 : 1;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            parameterOfSlot.put(slot, parameterOfSlot.size());
            slot += parameter.getSize();
        }
        this.parameterCount = parameterOfSlot.size();
        this.names = new @Nullable String[parameterCount];
    }

    boolean isStatic() {
        return isStatic;
    }

    int firstLine() {
        return firstLine;
    }

    int lastLine() {
        return lastLine;
    }

    /** All names, or none. */
    List<String> parameterNames() {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            if (name == null) {
                return List.of();
            }
            all.add(name);
        }
        return all;
    }

    Trace trace() {
        return trace.build();
    }

    /** The one that a comparison leaves is followed by a jump or a return; every other one was written in the source. */
    private void next(boolean afterComparison) {
        if (pendingOne && !afterComparison) {
            trace.constant(1);
        }
        pendingOne = false;
    }

    @Override
    public void visitInsn(int opcode) {
        next(opcode == Opcodes.IRETURN);
        if (opcode == Opcodes.ICONST_1) {
            pendingOne = true;
        } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            trace.constant(opcode - Opcodes.ICONST_0);
        } else if (opcode >= Opcodes.LCONST_0 && opcode <= Opcodes.LCONST_1) {
            trace.constant(opcode - Opcodes.LCONST_0);
        } else if (opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.FCONST_2) {
            trace.constant(opcode - Opcodes.FCONST_0);
        } else if (opcode >= Opcodes.DCONST_0 && opcode <= Opcodes.DCONST_1) {
            trace.constant(opcode - Opcodes.DCONST_0);
        } else {
            Comparison.arithmetic(opcode).ifPresent(trace::operator);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        next(false);
        if (opcode != Opcodes.NEWARRAY) {
            trace.constant(operand);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        next(false);
        if (value instanceof String || value instanceof Number) {
            trace.constant(value);
        } else {
            trace.other("constant " + value);
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        next(false);
        Integer parameter = parameterOfSlot.get(slot);
        if (parameter == null || opcode > Opcodes.ALOAD) {
            return;
        }
        if (parameter == parameterCount - 1) {
            trace.readRecord();
        } else {
            trace.readCaptured(parameter);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        next(false);
        if (opcode == Opcodes.GETSTATIC) {
            trace.readStatic(name);
        } else {
            trace.other("field " + name);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        next(false);
        boolean boxes = opcode == Opcodes.INVOKESTATIC
                && name.equals("valueOf")
                && Type.getArgumentTypes(descriptor)[0].getSort() < Type.ARRAY;
        boolean unboxes = name.endsWith("Value") && Type.getArgumentTypes(descriptor).length == 0;
        if (!BOXES.contains(owner) || !(boxes || unboxes)) {
            trace.call(name);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        next(false);
        trace.other("dynamic " + name);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        next(opcode == Opcodes.GOTO);
        if (opcode == Opcodes.GOTO) {
            trace.jumpAlways();
        }
        Comparison.ofJump(opcode)
                .ifPresent(comparison -> jumps.computeIfAbsent(label, unseen -> new ArrayList<>())
                        .add(trace.jump(comparison.instruction())));
    }

    @Override
    public void visitLabel(Label label) {
        jumps.getOrDefault(label, List.of()).forEach(trace::land);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        next(false);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        next(false);
        trace.other("increment");
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        next(false);
        trace.other("switch");
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        next(false);
        trace.other("switch");
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        firstLine = firstLine == 0 ? line : Math.min(firstLine, line);
        lastLine = Math.max(lastLine, line);
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, @Nullable String signature, Label start, Label end, int slot) {
        Integer parameter = parameterOfSlot.get(slot);
        if (parameter != null) {
            names[parameter] = name;
        }
    }
}
