package dev.quarry.migration;

import java.util.List;
import java.util.stream.Collectors;

/** Steps in words, one line each, as plans show them. */
final class StepWords implements Step.Visitor<String> {
    private static final StepWords OF = new StepWords();

    private StepWords() {}

    static List<String> of(List<Step> steps) {
        return steps.stream().map(step -> step.accept(OF)).toList();
    }

    @Override
    public String add(Step.Add step) {
        return "add '" + step.field() + "', computed from the others";
    }

    @Override
    public String remove(Step.Remove step) {
        return "remove '" + step.field() + "' with its values";
    }

    @Override
    public String rename(Step.Rename step) {
        return "rename '" + step.from() + "' to '" + step.to() + "'";
    }

    @Override
    public String convert(Step.Convert step) {
        return "convert '" + step.field() + "'";
    }

    @Override
    public String split(Step.Split step) {
        return "split '" + step.field() + "' into " + quoted(step.into());
    }

    @Override
    public String merge(Step.Merge step) {
        return "merge " + quoted(step.fields()) + " into '" + step.into() + "'";
    }

    @Override
    public String require(Step.Require step) {
        return "put a value into '" + step.field() + "' where it is null";
    }

    @Override
    public String toList(Step.ToList step) {
        return "make '" + step.field() + "' a list of its value";
    }

    @Override
    public String toSingle(Step.ToSingle step) {
        return "make the list '" + step.field() + "' a single value";
    }

    @Override
    public String inside(Step.Inside step) {
        return "inside '" + step.field() + "': " + String.join("; ", of(step.steps()));
    }

    @Override
    public String insideEach(Step.InsideEach step) {
        return "inside each of '" + step.field() + "': " + String.join("; ", of(step.steps()));
    }

    @Override
    public String changeKey(Step.ChangeKey step) {
        return "give each record another key";
    }

    @Override
    public String addIndex(Step.AddIndex step) {
        return step.unique() ? "make " + quoted(step.paths()) + " unique" : "index " + quoted(step.paths());
    }

    private static String quoted(List<String> names) {
        return names.stream().collect(Collectors.joining("', '", "'", "'"));
    }
}
