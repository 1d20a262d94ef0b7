package dev.quarry.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The elements of an array and the entries of an object, in canonical JSON, where equal ones have equal texts. */
final class JsonMembers {
    private JsonMembers() {}

    /** The same text for all arrays of the same elements, and for all objects of the same entries, whatever their order. */
    static String sorted(String json) throws SQLException {
        int last = last(json);
        List<String> members = members(json, last);
        Collections.sort(members);
        return json.charAt(0) + String.join(",", members) + json.charAt(last);
    }

    /** The same with each floating-point number, a text where it is not finite, replaced by its bits as a whole number. */
    static String realBits(String json) throws SQLException {
        int last = last(json);
        StringBuilder bits = new StringBuilder().append(json.charAt(0));
        if (last > 1) {
            for (String member : members(json, last)) {
                int name = json.charAt(0) == '{' ? closingQuote(member, 0) + 2 : 0;
                String number = member.substring(name).replace("\"", "");
                bits.append(bits.length() == 1 ? "" : ",")
                        .append(member, 0, name)
                        .append(Double.doubleToLongBits(Double.parseDouble(number)));
            }
        }
        return bits.append(json.charAt(last)).toString();
    }

    private static int last(String json) throws SQLException {
        int last = json.length() - 1;
        if (last < 1 || json.charAt(last) != (json.charAt(0) == '[' ? ']' : '}')) {
            throw new SQLException("neither an array nor an object in canonical JSON: " + json);
        }
        return last;
    }

    private static List<String> members(String json, int last) {
        List<String> members = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 1; i < last; i++) {
            char c = json.charAt(i);
            if (c == '"') {
                i = closingQuote(json, i);
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                members.add(json.substring(start, i));
                start = i + 1;
            }
        }
        members.add(json.substring(start, last));
        return members;
    }

    private static int closingQuote(String json, int opening) {
        int i = opening + 1;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
