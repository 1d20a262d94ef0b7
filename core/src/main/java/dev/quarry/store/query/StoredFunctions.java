package dev.quarry.store.query;

import dev.quarry.engine.Capability;
import dev.quarry.store.StoreTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a condition calls that the database itself keeps. */
final class StoredFunctions {
    private static final Pattern CALL = Pattern.compile("\\bquarry_\\w+\\(");

    private StoredFunctions() {}

    /** Whether a condition can be asked of the table's database. */
    static boolean hasAll(StoreTable<?> table, String condition) {
        return table.engine().capabilities().has(Capability.STORED_FUNCTIONS)
                || !CALL.matcher(condition).find();
    }

    /** Throws {@link dev.quarry.error.MissingCapability} if it cannot. */
    static void requireAll(StoreTable<?> table, String condition) {
        if (!hasAll(table, condition)) {
            Matcher call = CALL.matcher(condition);
            call.find();
            table.engine()
                    .capabilities()
                    .require(
                            Capability.STORED_FUNCTIONS,
                            "a filter of store '" + table.name() + "', in which " + call.group()
                                    + "…) stands for a method of Java,",
                            "test the records in the program with DB.scan(store, predicate)");
        }
    }
}
