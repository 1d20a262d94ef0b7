package dev.quarry.migration.diff;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import dev.quarry.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk through two schemas side by side. For one use by one thread. */
final class Comparison {
    private final List<Difference> found = new ArrayList<>();

    List<Difference> of(Schema stored, Schema declared) {
        records(List.of(), stored, declared);
        return List.copyOf(found);
    }

    private void records(List<String> parent, Schema stored, Schema declared) {
        for (Component before : stored.components()) {
            FieldPath path = path(parent, before.name());
            Optional<Component> after = declared.component(before.name());
            if (after.isPresent()) {
                components(path, before, after.get());
            } else {
                found.add(new Difference.Removed(path, before));
            }
        }
        for (Component after : declared.components()) {
            if (stored.component(after.name()).isEmpty()) {
                found.add(new Difference.Added(path(parent, after.name()), after));
            }
        }
        order(parent, shared(stored, declared), shared(declared, stored));
    }

    private void components(FieldPath path, Component before, Component after) {
        boolean nullableBefore = before.presence().allowsNull();
        boolean nullableAfter = after.presence().allowsNull();
        boolean optional = (before.presence() == Presence.OPTIONAL) != (after.presence() == Presence.OPTIONAL);
        // Between a primitive and a nullable box the change of nullness says it all.
        boolean boxing = !nullableBefore && !nullableAfter && before.presence() != after.presence();
        Form formBefore = Form.of(before.type());
        Form formAfter = Form.of(after.type());
        if (boxing || optional || !formBefore.text().equals(formAfter.text())) {
            found.add(new Difference.Retyped(path, before, after));
        } else {
            insides(path, formBefore.innermost(), formAfter.innermost());
        }
        if (optional) {
            // an Optional says that there may be no value, as null would: the other type tells what changed
            return;
        }
        if (nullableAfter && !nullableBefore) {
            found.add(new Difference.MadeNullable(path));
        } else if (nullableBefore && !nullableAfter) {
            found.add(new Difference.MadeRequired(path));
        }
    }

    private void insides(FieldPath path, FieldType before, FieldType after) {
        if (before instanceof FieldType.EnumType from && after instanceof FieldType.EnumType to) {
            if (!from.className().equals(to.className())) {
                found.add(new Difference.EnumChanged(path, from.className(), to.className()));
            }
            constants(path, from.constants(), to.constants());
        } else if (before instanceof FieldType.RecordType from && after instanceof FieldType.RecordType to) {
            nested(path, from.schema(), to.schema());
        }
    }

    private void constants(FieldPath path, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            List<String> gone =
                    before.stream().filter(name -> !after.contains(name)).toList();
            List<String> more =
                    after.stream().filter(name -> !before.contains(name)).toList();
            found.add(new Difference.ConstantsChanged(path, gone, more));
        }
    }

    private void nested(FieldPath path, Schema stored, Schema declared) {
        if (!stored.className().equals(declared.className())) {
            found.add(new Difference.RecordChanged(path, stored.className(), declared.className()));
        }
        records(path.names(), stored, declared);
    }

    private void order(List<String> parent, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        int first = 0;
        while (before.get(first).equals(after.get(first))) {
            first++;
        }
        int end = after.size();
        while (before.get(end - 1).equals(after.get(end - 1))) {
            end--;
        }
        found.add(new Difference.Reordered(after.subList(first, end).stream()
                .map(name -> path(parent, name))
                .toList()));
    }

    /** The names in the order of the first schema that the other one has too. */
    private static List<String> shared(Schema schema, Schema other) {
        return schema.fieldNames().stream()
                .filter(name -> other.component(name).isPresent())
                .toList();
    }

    private static FieldPath path(List<String> parent, String name) {
        return parent.isEmpty() ? FieldPath.of(name) : new FieldPath(parent).then(name);
    }
}
