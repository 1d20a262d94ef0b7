package dev.quarry.query.laboratory;

import java.util.List;

/**
 * A filter whose SQL gives another answer than its lambda.
 *
 * @param trial the filter
 * @param records the record that shows it, or all of them if no single one does
 * @param inJava what the lambda gives
 * @param inSql what the database gives
 */
record Disagreement(Trial trial, List<Specimen> records, String inJava, String inSql) {
    Disagreement {
        records = List.copyOf(records);
    }

    @Override
    public String toString() {
        return trial.condition() + " is " + inJava + " in the JVM and " + inSql + " in SQL";
    }
}
