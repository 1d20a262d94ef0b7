package dev.quarry.query.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.Trees;
import dev.quarry.error.UnsupportedRecord;
import dev.quarry.error.UnsupportedType;
import dev.quarry.schema.CanonicalAccessors;
import dev.quarry.schema.Component;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Nesting;
import dev.quarry.schema.Presence;
import dev.quarry.schema.ScalarKind;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the schema of a record that javac knows, from source or from a class file. It is the schema that
 * {@link dev.quarry.schema.RecordSchemas} reads from the loaded class, and refuses the same records.
 */
final class RecordElements {
    private final Trees trees;
    private final TypeNames names;
    private final ClassFiles classFiles;
    private final Map<String, Optional<String>> handWritten = new HashMap<>();
    private final Map<String, Schema> known = new HashMap<>();

    RecordElements(TypeNames names, Trees trees, ClassFiles classFiles) {
        this.names = names;
        this.trees = trees;
        this.classFiles = classFiles;
    }

    /** Notes which accessors a record's source has, because javac drops the source once the class file is written. */
    void remember(TypeElement record, ClassTree tree) {
        handWritten.put(names.binary(record), SourceAccessors.firstHandWritten(tree, componentNames(record)));
    }

    /**
     * The record's schema.
     *
     * @throws UnsupportedRecord as {@code RecordSchemas} does
     * @throws UnsupportedType as {@code RecordSchemas} does
     */
    Schema schema(TypeElement record) {
        Schema schema = known.get(names.binary(record));
        if (schema == null) {
            schema = schema(record, Nesting.NONE);
            known.put(names.binary(record), schema);
        }
        return schema;
    }

    private Schema schema(TypeElement type, Nesting outside) {
        String name = names.binary(type);
        if (type.getKind() != ElementKind.RECORD) {
            throw new UnsupportedRecord(
                    name, "it is not a record; declare it as record " + type.getSimpleName() + "(…) {}");
        }
        if (type.getRecordComponents().isEmpty()) {
            throw new UnsupportedRecord(name, "it has no components, so there is nothing to store");
        }
        if (!type.getTypeParameters().isEmpty()) {
            throw new UnsupportedRecord(
                    name, Nesting.genericReason(type.getSimpleName().toString()));
        }
        Nesting inside = outside.with(name);
        Nullness nullness = checkedNullness(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(component(type, component, nullness, inside));
        }
        return new Schema(name, components);
    }

    /** Where to read nullness from, once the accessors are known to be the record's own. */
    private Nullness checkedNullness(TypeElement type) {
        String name = names.binary(type);
        ClassTree tree = trees.getTree(type);
        if (!handWritten.containsKey(name) && tree != null) {
            remember(type, tree);
        }
        Optional<String> fromSource = handWritten.get(name);
        if (fromSource != null) {
            refuse(name, fromSource);
            return new Nullness.OfSource();
        }
        byte[] bytes = classFiles
                .find(type)
                .orElseThrow(() -> new UnsupportedRecord(
                        name,
                        "its class file cannot be read, so it is not known which components may be null;"
                                + " compile the record together with this lambda"));
        refuse(name, CanonicalAccessors.firstHandWritten(bytes, componentNames(type)));
        return Nullness.OfClassFile.read(bytes);
    }

    private static void refuse(String record, Optional<String> accessor) {
        if (accessor.isPresent()) {
            throw new UnsupportedRecord(record, CanonicalAccessors.reason(accessor.get()));
        }
    }

    private Component component(
            TypeElement record, RecordComponentElement component, Nullness nullness, Nesting nesting) {
        TypeMirror type = component.asType();
        if (isNamed(type, "java.util.Optional")) {
            return optional(record, component, nullness, nesting);
        }
        Presence presence = type.getKind().isPrimitive()
                ? Presence.PRIMITIVE
                : nullness.isNullable(component) ? Presence.NULLABLE : Presence.REQUIRED;
        return new Component(
                component.getSimpleName().toString(), fieldType(record, component, nullness, nesting), presence);
    }

    private FieldType fieldType(
            TypeElement record, RecordComponentElement component, Nullness nullness, Nesting nesting) {
        return value(component, component.asType(), nullness, nesting)
                .orElseThrow(() -> new UnsupportedType(
                        names.binary(record), component.getSimpleName().toString(), asWritten(component, nullness)));
    }

    private Component optional(
            TypeElement record, RecordComponentElement component, Nullness nullness, Nesting nesting) {
        String name = component.getSimpleName().toString();
        if (nullness.isNullable(component)) {
            throw UnsupportedType.nullableOptional(
                    names.binary(record), name, "@Nullable " + asWritten(component, nullness));
        }
        FieldType type = argument(component.asType(), 0)
                .filter(held -> !nullness.isArgumentNullable(component, 0))
                .flatMap(held -> value(component, held, nullness, nesting))
                .orElseThrow(() -> new UnsupportedType(names.binary(record), name, asWritten(component, nullness)));
        return new Component(name, type, Presence.OPTIONAL);
    }

    private static boolean isNamed(TypeMirror type, String className) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(className);
    }

    private static Optional<TypeMirror> argument(TypeMirror type, int index) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() > index
                ? Optional.of(declared.getTypeArguments().get(index))
                : Optional.empty();
    }

    private Optional<FieldType> value(
            RecordComponentElement component, TypeMirror type, Nullness nullness, Nesting nesting) {
        boolean nullableInside = component.asType() == type
                && ((argument(type, 0).isPresent() && nullness.isArgumentNullable(component, 0))
                        || (argument(type, 1).isPresent() && nullness.isArgumentNullable(component, 1)));
        if (nullableInside) {
            return Optional.empty();
        }
        if (isNamed(type, "java.util.List")) {
            return argument(type, 0).flatMap(held -> single(held, nesting)).map(FieldType.ListType::new);
        }
        if (isNamed(type, "java.util.Set")) {
            return argument(type, 0).flatMap(held -> single(held, nesting)).map(FieldType.SetType::new);
        }
        if (isNamed(type, "java.util.Map")) {
            return argument(type, 0)
                    .filter(key -> isNamed(key, "java.lang.String"))
                    .flatMap(key -> argument(type, 1))
                    .flatMap(held -> single(held, nesting))
                    .map(FieldType.MapType::new);
        }
        return single(type, nesting);
    }

    /** What a collection can hold: anything but a collection. */
    private Optional<FieldType> single(TypeMirror type, Nesting nesting) {
        Optional<ScalarKind> scalar = names.scalarKind(type);
        if (scalar.isPresent()) {
            return Optional.of(new FieldType.Scalar(scalar.get()));
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getKind() == ElementKind.ENUM) {
                return Optional.of(new FieldType.EnumType(names.binary(element), constants(element)));
            }
            if (element.getKind() == ElementKind.RECORD) {
                return Optional.of(new FieldType.RecordType(schema(element, nesting)));
            }
        }
        return Optional.empty();
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(inside -> inside.getKind() == ElementKind.ENUM_CONSTANT)
                .map(inside -> inside.getSimpleName().toString())
                .toList();
    }

    /** With the type's annotations only where one inside it is why it is refused. */
    private String asWritten(RecordComponentElement component, Nullness nullness) {
        List<String> arguments = new ArrayList<>();
        boolean nullableInside = false;
        if (component.asType() instanceof DeclaredType declared) {
            for (TypeMirror argument : declared.getTypeArguments()) {
                boolean nullable = nullness.isArgumentNullable(component, arguments.size());
                arguments.add((nullable ? "@Nullable " : "") + names.qualified(argument));
                nullableInside |= nullable;
            }
        }
        String written = names.qualified(component.asType());
        return nullableInside
                ? written.substring(0, written.indexOf('<')) + "<" + String.join(", ", arguments) + ">"
                : written;
    }

    private static List<String> componentNames(TypeElement record) {
        return record.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
    }
}
