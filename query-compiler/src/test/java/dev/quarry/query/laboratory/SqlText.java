package dev.quarry.query.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Calls of functions found and replaced in the text of SQL. */
final class SqlText {
    private SqlText() {}

    /** The text with every call of a function written otherwise, those inside of others too. */
    static String replaceCalls(String sql, String function, Function<List<String>, String> written) {
        int at = sql.indexOf(function + "(");
        if (at < 0) {
            return sql;
        }
        int open = at + function.length();
        List<String> operands = new ArrayList<>();
        int close = operands(sql, open, operands);
        String inside = written.apply(operands);
        return sql.substring(0, at) + replaceCalls(inside + sql.substring(close + 1), function, written);
    }

    /** Collects what stands between the commas behind a parenthesis; gives the place of the one that closes it. */
    private static int operands(String sql, int open, List<String> operands) {
        int depth = 0;
        int start = open + 1;
        for (int i = open; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                i = sql.indexOf('\'', i + 1);
            } else if (c == '(') {
                depth++;
            } else if (c == ',' && depth == 1) {
                operands.add(sql.substring(start, i).strip());
                start = i + 1;
            } else if (c == ')' && --depth == 0) {
                operands.add(sql.substring(start, i).strip());
                return i;
            }
        }
        throw new IllegalArgumentException("no end of " + sql.substring(open));
    }

    /** The text with every parenthesis that ends so written otherwise. */
    static String replaceEnd(String sql, String end, String pattern) {
        int at = sql.indexOf(end + ")");
        if (at < 0) {
            return sql;
        }
        int open = at;
        for (int depth = 1; depth > 0; ) {
            char c = sql.charAt(--open);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
        }
        String written = sql.substring(0, open) + pattern.replace("{0}", sql.substring(open + 1, at));
        return written + replaceEnd(sql.substring(at + end.length() + 1), end, pattern);
    }

    /** The operands put in the places <code>{0}</code>, <code>{1}</code> …, each in parentheses. */
    static Function<List<String>, String> pattern(String pattern) {
        return operands -> {
            String written = pattern;
            for (int i = 0; i < operands.size(); i++) {
                written = written.replace("{" + i + "}", "(" + operands.get(i) + ")");
            }
            return written;
        };
    }
}
