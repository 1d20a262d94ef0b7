package dev.quarry.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@link Node}s as JSON: an object each, its {@code "is"} naming the case. */
final class NodeJson {
    static final Node.Visitor<JsonNode> WRITER = new Writer();

    private NodeJson() {}

    static Node read(JsonNode json) {
        String is = json.required("is").textValue();
        return switch (is) {
            case "and" -> new Node.And(child(json, "left"), child(json, "right"));
            case "or" -> new Node.Or(child(json, "left"), child(json, "right"));
            case "not" -> new Node.Not(child(json, "operand"));
            case "same" -> new Node.Same(child(json, "left"), child(json, "right"));
            case "choice" -> new Node.Choice(child(json, "condition"), child(json, "then"), child(json, "otherwise"));
            case "atom" ->
                new Node.Atom(
                        template(json, "true"),
                        template(json, "false"),
                        json.has("value") ? Optional.of(template(json, "value")) : Optional.empty(),
                        json.required("throws").booleanValue());
            case "given" ->
                new Node.Given(json.required("test").intValue(), child(json, "then"), child(json, "otherwise"));
            case "constant" ->
                new Node.Constant(Node.Outcome.valueOf(json.required("outcome").textValue()));
            default -> throw new IllegalArgumentException("no node: " + is);
        };
    }

    private static Node child(JsonNode json, String name) {
        return read(json.required(name));
    }

    private static Template template(JsonNode json, String name) {
        return Template.parse(json.required(name).textValue());
    }

    private static final class Writer implements Node.Visitor<JsonNode> {
        private static ObjectNode object(String is) {
            return JsonNodeFactory.instance.objectNode().put("is", is);
        }

        private JsonNode binary(String is, Node left, Node right) {
            ObjectNode json = object(is);
            json.set("left", left.accept(this));
            json.set("right", right.accept(this));
            return json;
        }

        @Override
        public JsonNode and(Node.And node) {
            return binary("and", node.left(), node.right());
        }

        @Override
        public JsonNode or(Node.Or node) {
            return binary("or", node.left(), node.right());
        }

        @Override
        public JsonNode not(Node.Not node) {
            ObjectNode json = object("not");
            json.set("operand", node.operand().accept(this));
            return json;
        }

        @Override
        public JsonNode same(Node.Same node) {
            return binary("same", node.left(), node.right());
        }

        @Override
        public JsonNode choice(Node.Choice node) {
            ObjectNode json = object("choice");
            json.set("condition", node.condition().accept(this));
            json.set("then", node.then().accept(this));
            json.set("otherwise", node.otherwise().accept(this));
            return json;
        }

        @Override
        public JsonNode atom(Node.Atom node) {
            ObjectNode json = object("atom")
                    .put("true", node.whenTrue().toString())
                    .put("false", node.whenFalse().toString());
            node.value().ifPresent(value -> json.put("value", value.toString()));
            return json.put("throws", node.canThrow());
        }

        @Override
        public JsonNode given(Node.Given node) {
            ObjectNode json = object("given").put("test", node.test());
            json.set("then", node.then().accept(this));
            json.set("otherwise", node.otherwise().accept(this));
            return json;
        }

        @Override
        public JsonNode constant(Node.Constant node) {
            return object("constant").put("outcome", node.outcome().name());
        }
    }
}
