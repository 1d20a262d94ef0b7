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
        return "component '" + path + "' was widened from " + from.displayName() + " to " + to.displayName();
    }

    static String anotherDefault(FieldPath path, String defaultText) {
        return "component '" + path + "' is \"" + defaultText + "\" by default";
    }

    static String dropped(FieldPath path) {
        return "component '" + path + "' was dropped; its values are kept in the file";
    }

    static String leftOut(FieldPath path) {
        return "component '" + path + "' is left out; its values are kept in the file";
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
        if (before.equals(after)) {
            return "component '" + path
                    + "' changed inside: the records in a collection are stored as one text, which holds"
                    + " their components by name and in order; leave that record as it was, or " + MIGRATION;
        }
        return "component '" + path + "' changed from " + before + " to " + after
                + ", which does not hold the same values: keep the type, add a component of the new type under another name, or "
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
