package decs.cli.chart;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A word that stands before verbs of its own. */
public final class HelmGroup {
    @Mixin
    HelmOptions options;

    /** The group called {@code name} for picocli. */
    public static CommandSpec called(String name, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new HelmGroup()).name(name);
        spec.usageMessage().description(description);
        return spec;
    }
}
