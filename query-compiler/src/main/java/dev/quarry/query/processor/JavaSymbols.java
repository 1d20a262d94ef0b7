package dev.quarry.query.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.SourcePositions;
import dev.quarry.query.source.SourceSpan;
import dev.quarry.query.symbol.Symbol;
import dev.quarry.query.symbol.Symbol.CapturedVariable;
import dev.quarry.query.symbol.Symbol.ConstantVariable;
import dev.quarry.query.symbol.Symbol.InstanceField;
import dev.quarry.query.symbol.Symbol.StaticFinalField;
import dev.quarry.query.symbol.Symbol.StaticMethod;
import dev.quarry.query.symbol.Symbol.TypeName;
import dev.quarry.query.symbol.Symbol.Unusable;
import dev.quarry.query.symbol.Symbols;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The names inside a lambda as javac resolved them, found by the place at which they stand. */
final class JavaSymbols implements Symbols {
    private static final Set<Class<?>> CONSTANTS = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class,
            Character.class,
            Float.class,
            Short.class,
            Byte.class);

    private final LambdaNames inside;
    private final TypeNames names;
    private final JavaTypes types;
    private final Map<SourceSpan, ExpressionTree> places = new HashMap<>();

    JavaSymbols(
            LambdaNames inside,
            int lambdaStart,
            CompilationUnitTree unit,
            SourcePositions positions,
            TypeNames names,
            JavaTypes types) {
        this.inside = inside;
        this.names = names;
        this.types = types;
        for (ExpressionTree tree : inside.all().keySet()) {
            int start = (int) positions.getStartPosition(unit, tree) - lambdaStart;
            int end = (int) positions.getEndPosition(unit, tree) - lambdaStart;
            if (start >= 0 && end >= start) {
                places.put(new SourceSpan(start, end), tree);
            }
        }
    }

    @Override
    public Optional<Symbol> lookUp(String name, SourceSpan span) {
        ExpressionTree tree = places.get(span);
        return tree == null ? Optional.empty() : inside.element(tree).flatMap(element -> symbol(tree, element));
    }

    private Optional<Symbol> symbol(ExpressionTree tree, Element element) {
        String name = element.getSimpleName().toString();
        if (name.equals("this") || name.equals("super")) {
            return Optional.of(new Unusable(name, "the object that the lambda stands in", null));
        }
        if (element instanceof TypeElement type) {
            return Optional.of(new TypeName(names.binary(type)));
        }
        if (element instanceof ExecutableElement method) {
            return tree instanceof IdentifierTree ? staticMethod(method) : Optional.empty();
        }
        if (!(element instanceof VariableElement variable)) {
            return Optional.empty();
        }
        Object constant = isStaticReference(tree, variable) ? variable.getConstantValue() : null;
        if (constant != null && CONSTANTS.contains(constant.getClass())) {
            return Optional.of(new ConstantVariable(name, types.of(variable.asType()), constant));
        }
        if (inside.isOwn(element)) {
            return Optional.empty();
        }
        return Optional.of(element.getKind().isField() ? field(tree, variable) : local(variable));
    }

    private Optional<Symbol> staticMethod(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                        && method.getEnclosingElement() instanceof TypeElement owner
                ? Optional.of(new StaticMethod(
                        names.binary(owner), method.getSimpleName().toString()))
                : Optional.empty();
    }

    private Symbol local(VariableElement variable) {
        return new CapturedVariable(variable.getSimpleName().toString(), types.of(variable.asType()));
    }

    private Symbol field(ExpressionTree tree, VariableElement field) {
        String name = field.getSimpleName().toString();
        String type = names.simple(field.asType());
        TypeElement owner = (TypeElement) Objects.requireNonNull(field.getEnclosingElement(), "a field's class");
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            String object = object(tree, field);
            return object.equals("this")
                    ? new InstanceField(names.binary(owner), name, types.of(field.asType()))
                    : new Unusable(
                            name,
                            "field '" + name + "' of "
                                    + (object.isEmpty() ? "an object around it" : "'" + object + "'"),
                            object.isEmpty()
                                    ? type + " value = " + name + "; before the query, and use value"
                                    : help(type, name, object));
        }
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            String simple = owner.getSimpleName().toString();
            return new Unusable(
                    name,
                    "static field '" + name + "' of '" + simple + "', which is not final",
                    help(type, name, simple));
        }
        return new StaticFinalField(names.binary(owner), name, types.of(field.asType()));
    }

    /**
     * The object whose field it is, as the source names it or could name it; empty if it is of a class without a name. A
     * simple name means the innermost object around that has the field; a subclass does not inherit every one.
     */
    private String object(ExpressionTree tree, VariableElement field) {
        if (tree instanceof MemberSelectTree select) {
            return isOwnObject(select.getExpression())
                    ? "this"
                    : select.getExpression().toString();
        }
        Optional<TypeElement> innermost = inside.around();
        Optional<TypeElement> type = innermost;
        while (type.isPresent() && !names.isMember(type.get(), field)) {
            type = TypeNames.around(type.get());
        }
        if (type.isPresent() && type.equals(innermost)) {
            return "this";
        }
        return type.map(TypeElement::getSimpleName)
                .filter(name -> name.length() > 0)
                .map(name -> name + ".this")
                .orElse("");
    }

    /** {@code this} and {@code super}, and {@code Type.this} with the class that the lambda stands in. */
    private boolean isOwnObject(ExpressionTree object) {
        if (object instanceof IdentifierTree name) {
            return name.getName().contentEquals("this") || name.getName().contentEquals("super");
        }
        return object instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("this")
                && inside.element(select.getExpression())
                        .filter(type -> inside.around().filter(type::equals).isPresent())
                        .isPresent();
    }

    private static String help(String type, String name, String owner) {
        return type + " " + name + " = " + owner + "." + name + "; before the query, and use " + name;
    }

    /** A constant is one by its simple name or through its class (JLS 15.29), not through an object. */
    private boolean isStaticReference(ExpressionTree tree, VariableElement variable) {
        return !(tree instanceof MemberSelectTree)
                || !variable.getKind().isField()
                || variable.getModifiers().contains(Modifier.STATIC);
    }
}
