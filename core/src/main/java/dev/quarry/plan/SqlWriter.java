package dev.quarry.plan;

import java.util.ArrayList;
import java.util.List;

/** Puts SQL together, resolving a template's columns and turning its binds into question marks. */
final class SqlWriter {
    private final StringBuilder sql = new StringBuilder();
    private final List<Integer> binds = new ArrayList<>();
    private final ColumnResolver columns;

    SqlWriter(ColumnResolver columns) {
        this.columns = columns;
    }

    void sql(String text) {
        sql.append(text);
    }

    void template(Template template) {
        for (Template.Segment segment : template.segments()) {
            if (segment instanceof Template.Text text) {
                sql.append(text.sql());
            } else if (segment instanceof Template.ColumnRef column) {
                sql.append(columns.column(column.token()));
            } else if (segment instanceof Template.BindRef bind) {
                sql.append('?');
                binds.add(bind.index());
            }
        }
    }

    SqlText finish() {
        return new SqlText(sql.toString(), binds);
    }
}
