package dev.quarry.query.processor;

import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import dev.quarry.query.type.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Types of the query language for types of javac. */
final class JavaTypes {
    private static final List<String> COLLECTIONS = List.of("java.util.Set", "java.util.List", "java.util.Collection");
    private static final int DEEPEST = 8;

    private final TypeNames names;
    private final Types types;
    private final RecordElements records;

    JavaTypes(TypeNames names, Types types, RecordElements records) {
        this.names = names;
        this.types = types;
        this.records = records;
    }

    /** The type; {@link Type.Other} for what the query language has no use for. */
    Type of(TypeMirror type) {
        return of(type, 0);
    }

    private Type of(TypeMirror type, int depth) {
        TypeMirror bound = names.upperBound(type);
        Optional<Type> scalar = scalar(bound);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        // A type variable can be bounded by itself, over and over.
        return bound instanceof DeclaredType declared && depth < DEEPEST
                ? declared(declared, depth)
                : other(type instanceof WildcardType ? bound : type);
    }

    private Optional<Type> scalar(TypeMirror type) {
        return names.scalarKind(type)
                .map(kind -> new Type.Scalar(
                        kind, kind.hasPrimitive() && !type.getKind().isPrimitive()));
    }

    private Type declared(DeclaredType type, int depth) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getKind() == ElementKind.ENUM) {
            return new Type.EnumType(names.binary(element));
        }
        if (element.getKind() == ElementKind.RECORD) {
            return record(element, type);
        }
        for (String collection : COLLECTIONS) {
            Optional<DeclaredType> found = supertype(type, collection, 0);
            if (found.isPresent()) {
                return collection(found.get(), collection, depth);
            }
        }
        return supertype(type, "java.util.Map", 0)
                .flatMap(map -> map(map, depth))
                .orElseGet(() -> other(type));
    }

    private Type collection(DeclaredType type, String name, int depth) {
        Type element = type.getTypeArguments().isEmpty()
                ? new Type.Other("Object")
                : of(type.getTypeArguments().get(0), depth + 1);
        return new Type.CollectionOf(name.substring(name.lastIndexOf('.') + 1), element);
    }

    private Optional<Type> map(DeclaredType type, int depth) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean fromText = arguments.size() == 2
                && names.qualified(names.upperBound(arguments.get(0))).equals("java.lang.String");
        return fromText ? Optional.of(new Type.MapOf(of(arguments.get(1), depth + 1))) : Optional.empty();
    }

    private Type record(TypeElement element, DeclaredType type) {
        try {
            return new Type.RecordOf(records.schema(element));
        } catch (UnsupportedRecord | UnsupportedType e) {
            return other(type);
        }
    }

    private Type other(TypeMirror type) {
        return new Type.Other(names.simple(type));
    }

    private Optional<DeclaredType> supertype(TypeMirror type, String name, int depth) {
        Optional<DeclaredType> itself = names.as(type, name);
        if (itself.isPresent() || depth > 4 * DEEPEST) {
            return itself;
        }
        return types.directSupertypes(type).stream()
                .flatMap(above -> supertype(above, name, depth + 1).stream())
                .findFirst();
    }
}
