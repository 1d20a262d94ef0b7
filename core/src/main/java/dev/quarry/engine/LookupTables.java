package dev.quarry.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The look-up tables of one table, in the order in which they were made, as JSON. */
final class LookupTables {
    /** There are none. */
    static final String NONE = "[]";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LookupTables() {}

    static String write(List<LookupTable> tables) {
        ArrayNode all = JSON.createArrayNode();
        for (LookupTable table : tables) {
            ObjectNode one = all.addObject().put("table", table.name()).put("index", table.index());
            table.columns().forEach(one.putArray("columns")::add);
        }
        return all.toString();
    }

    static List<LookupTable> read(String json) {
        try {
            List<LookupTable> tables = new ArrayList<>();
            for (JsonNode one : JSON.readTree(json)) {
                List<String> columns = new ArrayList<>();
                one.required("columns").forEach(column -> columns.add(column.textValue()));
                tables.add(new LookupTable(
                        one.required("table").textValue(), one.required("index").textValue(), columns));
            }
            return tables;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rules in quarry_gate are damaged: " + json, e);
        }
    }
}
