package decs.core.run;

import decs.core.environment.LayerMerge;
import decs.core.load.Compat;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.prepare.ValuesText;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.WriteValuesRequest;
import decs.core.secret.SecretMask;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code write-values}: the entries of {@code values} and {@code secrets} of each release, merged into one file. What
 * came out of encrypted files and references is masked in it unless the request says otherwise.
 */
public final class WriteValuesRun {
    private final Session session;
    private final WriteValuesRequest request;
    private final SecretMask mask;
    private boolean masked;

    public WriteValuesRun(Session session, WriteValuesRequest request, SecretMask mask) {
        this.session = session;
        this.request = request;
        this.mask = mask;
    }

    public void run(List<Releases> files) {
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), "write-values", request.options());
            file.runEach(releases, FileRun.Preparing.NOTHING, plan -> write(plan, file));
        }
        if (masked) {
            session.notice("secrets are masked in the written values; --show-secrets writes them as they are");
        }
    }

    private void write(Plan plan, FileRun file) {
        for (Wave wave : plan.waves()) {
            session.begin(wave);
            wave.releases().stream().filter(ResolvedRelease::installed).forEach(this::write);
        }
        List<ResolvedRelease> releases =
                plan.releases().stream().filter(ResolvedRelease::installed).toList();
        releases.forEach(release -> file.cleanUp(release, Optional.empty()));
    }

    private void write(ResolvedRelease release) {
        String text = Yaml.writeV3(merged(release));
        String shown = request.showSecrets() ? text : mask.mask(text);
        masked |= !shown.equals(text);
        OutputPath path = new OutputPath(release, "");
        String name = request.fileTemplate()
                .map(template -> path.rendered("output-file-template", template))
                .orElseGet(() -> path.stateName() + "/" + release.name() + ".yaml");
        session.listener().on(new RunEvent.Written(FileRun.ref(release), Step.VALUES, name));
        OutputPath.write(release.state().file().folder().resolve(name).normalize(), GoString.bytes(shown));
    }

    private ValueMap merged(ResolvedRelease release) {
        boolean v0 = release.state().compat() == Compat.V0;
        ValueMap sum = new ValueMap();
        for (ValuesText text : session.preparation().values(release).texts()) {
            ValueMap values = map(text.source());
            sum = v0 ? LayerMerge.v0(sum, values) : Merge.deep(sum, values);
        }
        for (String given : request.options().values().files()) {
            ValueMap values = map(given(release, given));
            sum = v0 ? LayerMerge.v0(sum, values) : Merge.deep(sum, values);
        }
        return sum;
    }

    private static Source given(ResolvedRelease release, String name) {
        Path file = release.state().file().folder().resolve(name).normalize();
        try {
            return Source.of(name, Files.readString(file));
        } catch (IOException missing) {
            throw new DecsException("stat " + file + ": no such file or directory", missing);
        }
    }

    private static ValueMap map(Source source) {
        Object tree = Yaml.readV3(source);
        if (tree == null) {
            return new ValueMap();
        }
        if (tree instanceof ValueMap values) {
            return values;
        }
        String kind = tree instanceof List ? "!!seq" : "!!str `" + tree + "`";
        throw new DecsException("unmarshalling yaml " + source.name() + ": yaml: unmarshal errors:\n  line 1: cannot"
                + " unmarshal " + kind + " into map[string]interface {}");
    }
}
