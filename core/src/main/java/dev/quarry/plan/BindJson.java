package dev.quarry.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.plan.function.JavaFunctions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link BindExpr}s as JSON. Constants carry their Java type, and floating-point numbers their bits, since JSON has neither. */
final class BindJson {
    static final BindExpr.Visitor<JsonNode> WRITER = new Writer();

    private BindJson() {}

    static BindExpr read(JsonNode json) {
        if (json.has("capture")) {
            return new BindExpr.Capture(json.required("capture").intValue());
        }
        if (json.has("constant")) {
            return new BindExpr.Constant(constant(
                    json.required("constant").textValue(), json.path("value").asText()));
        }
        if (json.has("class")) {
            return new BindExpr.StaticField(
                    json.required("class").textValue(), json.required("field").textValue());
        }
        if (json.has("object")) {
            return new BindExpr.InstanceField(
                    read(json.required("object")),
                    json.required("owner").textValue(),
                    json.required("field").textValue());
        }
        List<BindExpr> operands = new ArrayList<>();
        json.required("operands").forEach(operand -> operands.add(read(operand)));
        if (json.has("invoke")) {
            return new BindExpr.Invoke(
                    JavaFunctions.named(json.required("invoke").textValue()), operands);
        }
        return new BindExpr.Call(BindOperation.valueOf(json.required("call").textValue()), operands);
    }

    private static @Nullable Object constant(String type, String value) {
        return switch (type) {
            case "null" -> null;
            case "String" -> value;
            case "int" -> Integer.valueOf(value);
            case "long" -> Long.valueOf(value);
            case "double" -> Double.longBitsToDouble(Long.parseUnsignedLong(value, 16));
            case "float" -> Float.intBitsToFloat(Integer.parseUnsignedInt(value, 16));
            case "boolean" -> Boolean.valueOf(value);
            case "char" -> (char) Integer.parseInt(value);
            default -> throw new IllegalArgumentException("no constant type: " + type);
        };
    }

    private static final class Writer implements BindExpr.Visitor<JsonNode> {
        private static ObjectNode object() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public JsonNode capture(BindExpr.Capture expr) {
            return object().put("capture", expr.index());
        }

        @Override
        public JsonNode constant(BindExpr.Constant expr) {
            Object value = expr.value();
            if (value == null) {
                return object().put("constant", "null");
            }
            if (value instanceof Double number) {
                return typed("double", Long.toHexString(Double.doubleToRawLongBits(number)));
            }
            if (value instanceof Float number) {
                return typed("float", Integer.toHexString(Float.floatToRawIntBits(number)));
            }
            if (value instanceof Character character) {
                return typed("char", Integer.toString(character));
            }
            return typed(typeName(value), value.toString());
        }

        private static JsonNode typed(String type, String value) {
            return object().put("constant", type).put("value", value);
        }

        private static String typeName(Object value) {
            if (value instanceof String) {
                return "String";
            }
            if (value instanceof Integer) {
                return "int";
            }
            if (value instanceof Long) {
                return "long";
            }
            if (value instanceof Boolean) {
                return "boolean";
            }
            throw new IllegalArgumentException("no constant: " + value.getClass());
        }

        @Override
        public JsonNode staticField(BindExpr.StaticField expr) {
            return object().put("class", expr.className()).put("field", expr.name());
        }

        @Override
        public JsonNode instanceField(BindExpr.InstanceField expr) {
            ObjectNode json = object().put("owner", expr.className()).put("field", expr.name());
            return json.set("object", expr.object().accept(this));
        }

        @Override
        public JsonNode invoke(BindExpr.Invoke expr) {
            ObjectNode json = object().put("invoke", expr.function().name());
            expr.operands().forEach(operand -> json.withArray("operands").add(operand.accept(this)));
            return json;
        }

        @Override
        public JsonNode call(BindExpr.Call expr) {
            ObjectNode json = object().put("call", expr.operation().name());
            expr.operands().forEach(operand -> json.withArray("operands").add(operand.accept(this)));
            return json;
        }
    }
}
