package dev.quarry.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quarry.plan.Plan.FieldPlan;
import dev.quarry.plan.Plan.FilterPlan;
import dev.quarry.plan.Plan.Origin;
import dev.quarry.schema.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of a class's plans: JSON, {@code META-INF/quarry/<binary class name>.json}, beside the class. */
public final class PlanFile {
    /** Raised whenever a reader of the version before would misread the file. */
    static final int FORMAT = 1;

    /** In ASCII: half a surrogate pair, which a literal may have, does not survive as UTF-8. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PlanFile() {}

    /** The resource's name for a class. */
    public static String resourceName(String binaryClassName) {
        return "META-INF/quarry/" + binaryClassName + ".json";
    }

    /** Writes plans in the order given; equal plans give equal text, so that builds are reproducible. */
    public static String write(List<Plan> plans) {
        ObjectNode file = JSON.createObjectNode().put("format", FORMAT);
        plans.forEach(plan -> file.withArray("plans").add(node(plan)));
        try {
            return JSON.writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plans cannot be written", e);
        }
    }

    /** Reads plans; throws {@link IOException} for a file of another format. */
    public static List<Plan> read(InputStream in) throws IOException {
        JsonNode file = JSON.readTree(in);
        if (file.path("format").asInt() != FORMAT) {
            throw new IOException("the compiled filters have format "
                    + file.path("format").asInt() + ", this version of" + " dev.quarry:quarry-core reads format "
                    + FORMAT + "; use the same version of both Quarry modules");
        }
        List<Plan> plans = new ArrayList<>();
        file.path("plans").forEach(node -> plans.add(plan(node)));
        return plans;
    }

    private static ObjectNode node(Plan plan) {
        Origin origin = plan.origin();
        ObjectNode node = JSON.createObjectNode()
                .put("owner", origin.key().owner())
                .put("method", origin.key().name())
                .put("descriptor", origin.key().descriptor())
                .put("source", origin.source())
                .put("text", origin.text())
                .put("record", origin.record())
                .put("fingerprint", origin.fingerprint())
                .put("digest", origin.digest());
        if (plan instanceof FieldPlan field) {
            return node.put("field", field.path().toString());
        }
        ObjectNode engines = node.putObject("engines");
        FilterPlan filter = (FilterPlan) plan;
        new TreeMap<>(filter.engines()).forEach((name, engine) -> engines.set(name, engine(engine)));
        if (!filter.refused().isEmpty()) {
            ObjectNode refused = node.putObject("refused");
            new TreeMap<>(filter.refused()).forEach(refused::put);
        }
        return node;
    }

    private static ObjectNode engine(EnginePlan plan) {
        ObjectNode node = JSON.createObjectNode();
        node.set("root", plan.root().accept(NodeJson.WRITER));
        plan.binds().forEach(bind -> node.withArray("binds").add(bind.accept(BindJson.WRITER)));
        plan.tests().forEach(test -> node.withArray("tests").add(test.accept(BindJson.WRITER)));
        return node;
    }

    private static Plan plan(JsonNode node) {
        Origin origin = new Origin(
                new LambdaKey(text(node, "owner"), text(node, "method"), text(node, "descriptor")),
                text(node, "source"),
                text(node, "text"),
                text(node, "record"),
                text(node, "fingerprint"),
                text(node, "digest"));
        if (node.has("field")) {
            return new FieldPlan(origin, FieldPath.parse(text(node, "field")));
        }
        Map<String, EnginePlan> engines = new HashMap<>();
        node.path("engines").fields().forEachRemaining(entry -> engines.put(entry.getKey(), engine(entry.getValue())));
        Map<String, String> refused = new HashMap<>();
        node.path("refused")
                .fields()
                .forEachRemaining(
                        entry -> refused.put(entry.getKey(), entry.getValue().textValue()));
        return new FilterPlan(origin, engines, refused);
    }

    private static EnginePlan engine(JsonNode node) {
        List<BindExpr> binds = new ArrayList<>();
        node.path("binds").forEach(bind -> binds.add(BindJson.read(bind)));
        List<BindExpr> tests = new ArrayList<>();
        node.path("tests").forEach(test -> tests.add(BindJson.read(test)));
        return new EnginePlan(NodeJson.read(node.path("root")), binds, tests);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).textValue();
    }
}
