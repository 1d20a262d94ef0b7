package dev.quarry.evolution;

import dev.quarry.schema.Component;
import dev.quarry.schema.FieldPath;
import dev.quarry.schema.FieldType;
import dev.quarry.schema.Presence;
import java.util.List;
import java.util.stream.Collectors;

/** What changed and what to do, one line each without a full stop. */
final class Words {
    private static final String MIGRATION = "write a migration";

    private Words() {}

    /** What a record of the same data changes: order, boxes, class names. */
    static String sameData() {
        return "the same data under another record";
    }

    static String added(FieldPath path, Component component) {
        return "component '" + path + "' was added (" + typeAndPresence(component) + ")";
    }

    static String added(FieldPath path, Component component, String defaultText) {
        return "component '" + path + "' was added (" + component.type().displayName() + ", \"" + defaultText
                + "\" by default)";
    }

    static String renamed(FieldPath path, FieldPath former) {
        return "component '" + former + "' was renamed to '" + path + "'";
    }

    static String mayBeAbsent(FieldPath path) {
        return "component '" + path + "' may now be null";
    }

    static String widened(FieldPath path, FieldType from, FieldType to) {
        if (FieldType.innermost(from) instanceof FieldType.EnumType before
                && FieldType.innermost(to) instanceof FieldType.EnumType after) {
            List<String> more = without(after.constants(), before.constants());
            return "component '" + path + "' may now hold " + String.join(", ", more) + " of "
                    + FieldType.simpleName(after.className());
        }
        return "component '" + path + "' was widened from " + from.displayName() + " to " + to.displayName();
    }

    static String fewerConstants(FieldPath path, List<String> gone) {
        return "component '" + path + "' no longer holds " + String.join(", ", gone);
    }

    /** What is in the first list alone. */
    static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }

    static String anotherDefaultInside(FieldPath path, String defaultText, StoredComponent stored) {
        String now = stored.fallback().map(forms -> forms.get(0).substring(1)).orElse("null");
        return "component '" + path + "' says @Default(\"" + defaultText + "\"), and records that are without it have "
                + now + ", which cannot change in a collection: put back what was there, or " + MIGRATION;
    }

    static String anotherDefault(FieldPath path, String defaultText) {
        return "component '" + path + "' is \"" + defaultText + "\" by default";
    }

    static String dropped(FieldPath path, boolean inColumns) {
        return "component '" + path + "' was dropped; " + kept(inColumns);
    }

    static String leftOut(FieldPath path, boolean inColumns) {
        return "component '" + path + "' is left out; " + kept(inColumns);
    }

    private static String kept(boolean inColumns) {
        return inColumns ? "its values are kept" : "a record keeps its value until it is written again";
    }

    static String addedRequired(FieldPath path, Component component) {
        String wayOut = component.type() instanceof FieldType.RecordType
                ? "make it @Nullable or an Optional, give each of its own components a default, or "
                : "make it @Nullable or an Optional, give it @Default(\"…\"), or ";
        return added(path, component) + ", and the records that are there have no value for it: " + wayOut + MIGRATION;
    }

    static String renamedOrDropped(
            FieldPath path, Component component, boolean hasValueInOldRecords, List<String> candidates) {
        String gone = candidates.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        String first = candidates.get(0);
        return added(path, component) + ", and " + gone + " of the same type is gone: if it was renamed, write @Was(\""
                + first + "\") on '" + path.last() + "'; if it was dropped, write @Dropped(\"" + first
                + "\") on the record"
                + (hasValueInOldRecords
                        ? ""
                        : ", and make '" + path.last() + "' @Nullable or an Optional, or give it @Default(\"…\")");
    }

    static String removed(FieldPath path, StoredComponent component) {
        return "component '" + path + "' was removed (" + component.type().displayName()
                + ", required), so its values would be"
                + " out of reach, and programs that have it could not read new records: put it back, give it up with"
                + " @Dropped(\"" + path.last() + "\") on the record, or " + MIGRATION;
    }

    static String retyped(FieldPath path, FieldType from, Component to) {
        String before = from.displayName();
        String after = to.presence() == Presence.PRIMITIVE ? to.type().displayName() : to.referenceType();
        return "component '" + path + "' changed from " + before + " to " + after
                + ", which does not hold the same values: keep the type, add a component of the new type under another"
                + " name, or "
                + MIGRATION;
    }

    static String mayBeAbsentInside(FieldPath path) {
        return "component '" + path + "' may be null in the store, and stands in a record that may be null too: make it"
                + " @Nullable or an Optional, or " + MIGRATION;
    }

    static String nameTaken(FieldPath path) {
        return "component '" + path
                + "' has a name that another component had before, and that older programs know it by: choose"
                + " another name";
    }

    static String bothStored(FieldPath path, String former) {
        return "component '" + path + "' says @Was(\"" + former + "\"), and the store has both '" + path.last()
                + "' and '" + former + "': choose another name, or " + MIGRATION;
    }

    private static String typeAndPresence(Component component) {
        return switch (component.presence()) {
            case PRIMITIVE -> component.type().displayName() + ", required";
            case REQUIRED -> component.referenceType() + ", required";
            case NULLABLE -> component.referenceType() + ", nullable";
            case OPTIONAL -> component.referenceType();
        };
    }
}
