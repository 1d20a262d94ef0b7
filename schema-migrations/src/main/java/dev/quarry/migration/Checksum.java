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
 * Tells whether a script is still the one that ran, by the stores and the old record that it reads and the steps that it lists. The
 * record that it leads to has no part in it: that one is often the program's own, which goes on changing. A checksum begins with the
 * number of the rule by which it was made, so that another rule never makes an old one wrong.
 */
final class Checksum implements Step.Visitor<String> {
    /** The rule that had the new record and all its indexes in it. */
    private static final Checksum FIRST = new Checksum("1:");

    private static final Checksum LATEST = new Checksum("2:");

    private final String rule;

    private Checksum(String rule) {
        this.rule = rule;
    }

    /** The checksum of a script by the latest rule. */
    static String of(Script script) {
        return LATEST.sum(script);
    }

    /** Whether a checksum by any rule is that of a script. */
    static boolean isOf(String checksum, Script script) {
        Checksum made = checksum.startsWith(FIRST.rule) ? FIRST : LATEST;
        return made.sum(script).equals(checksum);
    }

    private String sum(Script script) {
        List<String> lines = new ArrayList<>();
        for (Task task : script.tasks()) {
            if (task instanceof Task.Rename rename) {
                lines.add(line("rename", rename.from(), rename.to()));
            } else if (task instanceof Task.Rebuild rebuild) {
                rebuild.routes().forEach(route -> lines.add(route(route)));
            }
        }
        return rule
                + HexFormat.of()
                        .formatHex(sha256().digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private String route(Route<?, ?> route) {
        String from = route.shape().expected().map(SchemaForm::of).orElse("as stored");
        if (this != FIRST) {
            return line("route", route.from(), from, route.to(), steps(route.steps()));
        }
        return line(
                "route",
                route.from(),
                from,
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

    private String steps(List<Step> steps) {
        return steps.stream().map(step -> step.accept(this)).collect(Collectors.joining(";", "[", "]"));
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

    /** By the first rule the route has it among its indexes. */
    @Override
    public String addIndex(Step.AddIndex step) {
        return this == FIRST ? "index" : (step.unique() ? "unique " : "index ") + String.join(" ", step.paths());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
