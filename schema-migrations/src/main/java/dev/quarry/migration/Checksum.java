package dev.quarry.migration;

import dev.quarry.schema.Index;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells whether a script is still the one that ran, by what it leads from and to and by the steps it lists. It begins with the
 * number of the rule by which it was made, so that another rule never makes an old checksum wrong.
 */
final class Checksum implements Step.Visitor<String> {
    private static final String RULE = "1:";
    private static final Checksum STEP = new Checksum();

    private Checksum() {}

    static String of(Script script) {
        List<String> lines = new ArrayList<>();
        for (Task task : script.tasks()) {
            if (task instanceof Task.Rename rename) {
                lines.add(line("rename", rename.from(), rename.to()));
            } else if (task instanceof Task.Rebuild rebuild) {
                rebuild.routes().forEach(route -> lines.add(route(route)));
            }
        }
        return RULE
                + HexFormat.of()
                        .formatHex(sha256().digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static String route(Route<?, ?> route) {
        return line(
                "route",
                route.from(),
                route.shape().expected().map(SchemaForm::of).orElse("as stored"),
                route.to(),
                SchemaForm.of(route.target().schema()),
                route.indexes().stream().map(Checksum::index).sorted().collect(Collectors.joining(";")),
                steps(route.steps()));
    }

    private static String index(Index index) {
        return index.parts().stream()
                        .map(part -> part.path() + (part.descending() ? "-" : ""))
                        .collect(Collectors.joining(","))
                + (index.unique() ? "!" : "");
    }

    private static String steps(List<Step> steps) {
        return steps.stream().map(step -> step.accept(STEP)).collect(Collectors.joining(";", "[", "]"));
    }

    private static String line(String... words) {
        return String.join("\t", words);
    }

    @Override
    public String add(Step.Add step) {
        return "add " + step.field();
    }

    @Override
    public String remove(Step.Remove step) {
        return "remove " + step.field();
    }

    @Override
    public String rename(Step.Rename step) {
        return "rename " + step.from() + " " + step.to();
    }

    @Override
    public String convert(Step.Convert step) {
        return "convert " + step.field();
    }

    @Override
    public String split(Step.Split step) {
        return "split " + step.field() + " " + String.join(" ", step.into());
    }

    @Override
    public String merge(Step.Merge step) {
        return "merge " + String.join(" ", step.fields()) + " " + step.into();
    }

    @Override
    public String require(Step.Require step) {
        return "require " + step.field();
    }

    @Override
    public String toList(Step.ToList step) {
        return "list " + step.field();
    }

    @Override
    public String toSingle(Step.ToSingle step) {
        return "single " + step.field();
    }

    @Override
    public String inside(Step.Inside step) {
        return "inside " + step.field() + " " + steps(step.steps());
    }

    @Override
    public String insideEach(Step.InsideEach step) {
        return "each " + step.field() + " " + steps(step.steps());
    }

    @Override
    public String changeKey(Step.ChangeKey step) {
        return "key";
    }

    /** The route has it among its indexes. */
    @Override
    public String addIndex(Step.AddIndex step) {
        return "index";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
