package dev.quarry.query.processor;

import com.sun.source.tree.Tree;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** The comparisons of Java and of its class files; for the latter, whatever is compared, in words. */
enum Comparison {
    EQ,
    NE,
    LT,
    GE,
    GT,
    LE;

    private static final Map<Tree.Kind, Comparison> OPERATORS = Map.of(
            Tree.Kind.EQUAL_TO, EQ,
            Tree.Kind.NOT_EQUAL_TO, NE,
            Tree.Kind.LESS_THAN, LT,
            Tree.Kind.GREATER_THAN_EQUAL, GE,
            Tree.Kind.GREATER_THAN, GT,
            Tree.Kind.LESS_THAN_EQUAL, LE);

    private static final Map<Tree.Kind, String> ARITHMETIC = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, "add"),
            Map.entry(Tree.Kind.MINUS, "sub"),
            Map.entry(Tree.Kind.MULTIPLY, "mul"),
            Map.entry(Tree.Kind.DIVIDE, "div"),
            Map.entry(Tree.Kind.REMAINDER, "rem"),
            Map.entry(Tree.Kind.LEFT_SHIFT, "shl"),
            Map.entry(Tree.Kind.RIGHT_SHIFT, "shr"),
            Map.entry(Tree.Kind.UNSIGNED_RIGHT_SHIFT, "ushr"),
            Map.entry(Tree.Kind.AND, "and"),
            Map.entry(Tree.Kind.OR, "or"),
            Map.entry(Tree.Kind.XOR, "xor"));

    /** In the order of the opcodes, which is one for each four (or two) types from {@code IADD} on. */
    private static final String[] INSTRUCTIONS = {"add", "sub", "mul", "div", "rem", "neg"};

    private static final String[] INTEGER_INSTRUCTIONS = {"shl", "shr", "ushr", "and", "or", "xor"};

    /** The comparison that an operator of the source is. */
    static Optional<Comparison> of(Tree.Kind operator) {
        return Optional.ofNullable(OPERATORS.get(operator));
    }

    /** The arithmetic instruction that an operator of the source becomes, without its type. */
    static Optional<String> arithmetic(Tree.Kind operator) {
        return Optional.ofNullable(ARITHMETIC.get(operator));
    }

    /** The arithmetic that an instruction does, without its type. */
    static Optional<String> arithmetic(int opcode) {
        if (opcode >= Opcodes.IADD && opcode <= Opcodes.DNEG) {
            return Optional.of(INSTRUCTIONS[(opcode - Opcodes.IADD) / 4]);
        }
        return opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR
                ? Optional.of(INTEGER_INSTRUCTIONS[(opcode - Opcodes.ISHL) / 2])
                : Optional.empty();
    }

    /** The comparison on which an instruction jumps; empty if it jumps always. */
    static Optional<Comparison> ofJump(int opcode) {
        return switch (opcode) {
            case Opcodes.IFEQ, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ, Opcodes.IFNULL -> Optional.of(EQ);
            case Opcodes.IFNE, Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE, Opcodes.IFNONNULL -> Optional.of(NE);
            case Opcodes.IFLT, Opcodes.IF_ICMPLT -> Optional.of(LT);
            case Opcodes.IFGE, Opcodes.IF_ICMPGE -> Optional.of(GE);
            case Opcodes.IFGT, Opcodes.IF_ICMPGT -> Optional.of(GT);
            case Opcodes.IFLE, Opcodes.IF_ICMPLE -> Optional.of(LE);
            default -> Optional.empty();
        };
    }

    /** The comparison that holds where this one does not. */
    Comparison opposite() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case GE -> LT;
            case GT -> LE;
            case LE -> GT;
        };
    }

    /** The name in traces. */
    String instruction() {
        return switch (this) {
            case EQ -> "eq";
            case NE -> "ne";
            case LT -> "lt";
            case GE -> "ge";
            case GT -> "gt";
            case LE -> "le";
        };
    }
}
