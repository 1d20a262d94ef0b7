package dev.quarry.query.processor;

import dev.quarry.schema.ScalarKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The names of javac's types, and the type that a wildcard or type variable comes down to. */
final class TypeNames {
    private final Elements elements;
    private final Types types;

    TypeNames(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Binary name: {@code app.Quake$Status}. */
    String binary(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** Descriptor of the erasure, as in class files. */
    String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case LONG -> "J";
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            case DECLARED ->
                "L" + binary((TypeElement) ((DeclaredType) erased).asElement()).replace('.', '/') + ";";
            default -> erased.getKind().name().substring(0, 1);
        };
    }

    /** A type as a user writes it, without packages and annotations. */
    String simple(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return declared.asElement().getSimpleName()
                    + arguments(arguments.stream().map(this::simple).toList());
        }
        if (type instanceof ArrayType array) {
            return simple(array.getComponentType()) + "[]";
        }
        return other(type);
    }

    /** A type as reflection writes it, without annotations. */
    String qualified(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return binary((TypeElement) declared.asElement())
                    + arguments(arguments.stream().map(this::qualified).toList());
        }
        if (type instanceof ArrayType array) {
            return qualified(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null
                    ? "? extends " + qualified(wildcard.getExtendsBound())
                    : wildcard.getSuperBound() != null ? "? super " + qualified(wildcard.getSuperBound()) : "?";
        }
        return other(type);
    }

    /** The scalar kind of a type, if it has one; both the primitive and its box have it. */
    Optional<ScalarKind> scalarKind(TypeMirror type) {
        String name = type.getKind() == TypeKind.ARRAY && qualified(type).equals("byte[]") ? "[B" : qualified(type);
        for (ScalarKind kind : ScalarKind.values()) {
            if (name.equals(kind.className()) || name.equals(kind.boxedClassName())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String arguments(List<String> names) {
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", "<", ">"));
    }

    private static String other(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        return type instanceof TypeVariable variable
                ? variable.asElement().getSimpleName().toString()
                : type.toString();
    }

    /** Whether a class has a field, its own or one that it inherits (JLS 8.3). */
    boolean isMember(TypeElement type, VariableElement field) {
        return elements.getAllMembers(type).contains(field);
    }

    /** The class that a class stands in, if it stands in one. */
    static Optional<TypeElement> around(TypeElement type) {
        Element element = type.getEnclosingElement();
        while (element != null && !(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        return Optional.ofNullable((TypeElement) element);
    }

    /** A type, or a part of an intersection, that is the class or interface of that name. */
    Optional<DeclaredType> as(TypeMirror type, String qualifiedName) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> as(bound, qualifiedName).stream())
                    .findFirst();
        }
        boolean named = type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals(qualifiedName);
        return named ? Optional.of((DeclaredType) type) : Optional.empty();
    }

    /** The class that the first type argument comes down to, if it comes down to one. */
    Optional<TypeElement> firstArgument(DeclaredType type) {
        return type.getTypeArguments().stream()
                .findFirst()
                .map(this::bound)
                .filter(bound -> bound.getKind() == TypeKind.DECLARED)
                .map(bound -> (TypeElement) ((DeclaredType) bound).asElement());
    }

    /** The type that every value of a wildcard or type variable has. */
    TypeMirror upperBound(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? object() : upperBound(wildcard.getExtendsBound());
        }
        if (type instanceof TypeVariable variable) {
            return variable.getUpperBound() instanceof TypeVariable ? type : variable.getUpperBound();
        }
        return type;
    }

    private TypeMirror object() {
        return Objects.requireNonNull(elements.getTypeElement("java.lang.Object"), "java.lang.Object")
                .asType();
    }

    /** The type that a wildcard or type variable stands for where values are taken; a lower bound says more than an upper one. */
    private TypeMirror bound(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
            return bound == null ? type : bound(bound);
        }
        if (type instanceof TypeVariable variable) {
            boolean lower = variable.getLowerBound().getKind() != TypeKind.NULL;
            TypeMirror bound = lower ? variable.getLowerBound() : variable.getUpperBound();
            return bound instanceof TypeVariable ? type : bound;
        }
        return type;
    }
}
