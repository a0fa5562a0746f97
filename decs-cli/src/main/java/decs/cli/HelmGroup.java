package decs.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A word that stands before verbs of its own. */
final class HelmGroup {
    @Mixin
    HelmOptions options;

    /** The group called {@code name} for picocli. */
    static CommandSpec called(String name, String description) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new HelmGroup()).name(name);
        spec.usageMessage().description(description);
        return spec;
    }
}
