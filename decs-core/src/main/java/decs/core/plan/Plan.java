package decs.core.plan;

import decs.core.load.Compat;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The releases of one state in waves: the first needs nothing, each later one only what earlier ones hold. Deletions go
 * the other way.
 */
public record Plan(List<Wave> waves) {
    public Plan {
        waves = List.copyOf(waves);
    }

    /** Plans the selected releases whose condition holds; {@code notices} takes warnings. */
    public static Plan of(Releases releases, NeedsOptions options, Consumer<String> notices) {
        return of(releases, chosen(releases, options, notices), options);
    }

    /** Plans all selected releases, whatever their condition; {@code notices} takes warnings. */
    public static Plan ofAll(Releases releases, NeedsOptions options, Consumer<String> notices) {
        absentNeeds(releases).forEach(notices);
        return of(releases, releases.selected(), options);
    }

    /** Plans some releases of a state: those of {@code chosen}. */
    public static Plan of(Releases releases, List<ResolvedRelease> chosen, NeedsOptions options) {
        if (chosen.isEmpty()) {
            return new Plan(List.of());
        }
        Map<String, ResolvedRelease> all = byId(releases);
        refuseUndefined(releases, all, chosen, options);
        return new Plan(waves(all, chosen));
    }

    /** Some releases of a state one after the other, for work that does not mind what they need. */
    public static Plan inFileOrder(Releases releases, List<ResolvedRelease> chosen) {
        Map<String, ResolvedRelease> all = byId(releases);
        return new Plan(
                chosen.stream().map(release -> wave(List.of(release), all)).toList());
    }

    /**
     * The releases that a plan holds, in file order: those selected whose condition holds and, where asked for, what they
     * need. {@code notices} takes warnings of needs that are not there.
     */
    public static List<ResolvedRelease> chosen(Releases releases, NeedsOptions options, Consumer<String> notices) {
        Map<String, ResolvedRelease> all = byId(releases);
        Set<ResolvedRelease> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(releases.enabled());
        if (options.include()) {
            releases.enabled().forEach(release -> include(release, all, wanted));
        }
        if (options.enforceInstalled() && releases.state().compat() != Compat.V0) {
            enforceInstalled(releases, all);
        }
        absentNeeds(releases).forEach(notices);
        return releases.all().stream().filter(wanted::contains).toList();
    }

    private static Map<String, ResolvedRelease> byId(Releases releases) {
        Map<String, ResolvedRelease> all = new LinkedHashMap<>();
        releases.all().forEach(release -> all.putIfAbsent(release.id(), release));
        return all;
    }

    /** All releases in the order of the plan. */
    public List<ResolvedRelease> releases() {
        return waves.stream().flatMap(wave -> wave.releases().stream()).toList();
    }

    private static void include(
            ResolvedRelease release, Map<String, ResolvedRelease> all, Set<ResolvedRelease> wanted) {
        for (String need : release.needs()) {
            ResolvedRelease needed = all.get(need);
            if (needed != null && wanted.add(needed)) {
                include(needed, all, wanted);
            }
        }
    }

    /** Needs that no release answers are refused wherever they stand, those that are left out only where that is said. */
    private static void refuseUndefined(
            Releases releases, Map<String, ResolvedRelease> all, List<ResolvedRelease> chosen, NeedsOptions options) {
        Map<String, List<ResolvedRelease>> undefined = new LinkedHashMap<>();
        Set<String> ids = chosen.stream().map(ResolvedRelease::id).collect(Collectors.toSet());
        for (ResolvedRelease release : releases.all()) {
            for (String need : release.needs()) {
                if (!all.containsKey(need)) {
                    undefined.computeIfAbsent(need, n -> new ArrayList<>()).add(release);
                } else if (!options.skip() && !options.include() && ids.contains(release.id()) && !ids.contains(need)) {
                    throw unselected(release, need);
                }
            }
        }
        if (!undefined.isEmpty()) {
            String need = undefined.keySet().iterator().next();
            throw undefined(need, undefined, all.keySet());
        }
    }

    /** The release's name in what is needed. */
    private static String nameIn(String need) {
        return need.substring(need.lastIndexOf('/') + 1);
    }

    private static DecsException unselected(ResolvedRelease release, String need) {
        String name = nameIn(need);
        return new DecsException("release \"" + release.id() + "\" depends on \"" + need
                + "\" which does not match the selectors. Please add a selector like \"--selector name=" + name
                + "\", or indicate whether to skip (--skip-needs) or include (--include-needs) these dependencies");
    }

    private static DecsException undefined(
            String need, Map<String, List<ResolvedRelease>> undefined, Set<String> known) {
        String name = nameIn(need);
        String quoted = undefined.get(need).stream()
                .map(release -> "\"" + release.id() + "\"")
                .collect(Collectors.joining(", "));
        List<Problem> problems = new ArrayList<>();
        undefined.forEach((missing, dependents) -> dependents.forEach(release -> {
            Problem problem = needed(release, release.id() + " needs " + missing + ", which is defined nowhere");
            problems.add(Suggestion.nearest(missing, known)
                    .map(near -> problem.withHint("did you mean " + near + "?"))
                    .orElse(problem));
        }));
        String message = "release(s) " + quoted + " depend(s) on an undefined release \"" + need
                + "\". Perhaps you made a typo in \"needs\" or forgot defining a release named \"" + name
                + "\" with appropriate \"namespace\" and \"kubeContext\"?";
        return new DecsException(message, problems, null);
    }

    /** Something wrong with what a release needs, where that is written. */
    private static Problem needed(ResolvedRelease release, String message) {
        return release.fields()
                .origin("needs")
                .map(at -> Problem.at(at, message))
                .orElseGet(() -> Problem.of(release.state().file().shown() + ": " + message));
    }

    /** The warnings of all needs of a state that are not installed; 0.x has none. */
    public static List<String> absentNeeds(Releases releases) {
        Map<String, ResolvedRelease> all = byId(releases);
        return releases.all().stream()
                .flatMap(release -> absentNeeds(release, all).stream())
                .toList();
    }

    private static List<String> absentNeeds(ResolvedRelease release, Map<String, ResolvedRelease> all) {
        if (!release.installed() || release.state().compat() == Compat.V0) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        for (String need : release.needs()) {
            ResolvedRelease needed = all.get(need);
            if (needed == null || !needed.installed()) {
                warnings.add(absent(release.name(), nameIn(need)));
            }
        }
        return warnings;
    }

    /** Refuses needs that are not installed where that is asked for. */
    private static void enforceInstalled(Releases releases, Map<String, ResolvedRelease> all) {
        for (ResolvedRelease release : releases.all()) {
            for (String need : release.needs()) {
                ResolvedRelease needed = all.get(need);
                if (release.installed() && needed != null && !needed.installed()) {
                    throw new DecsException("Release " + release.name() + " has a transitive dependency "
                            + needed.name() + " marked as installed=false");
                }
            }
        }
    }

    private static String absent(String name, String need) {
        return "WARNING: release " + name + " needs " + need + ", but " + need
                + " is not installed due to installed: false. Either mark " + need + " as installed or remove " + need
                + " from " + name + "'s needs";
    }

    /** The place of each release among all, whether they are chosen or not; then what is chosen, wave by wave. */
    private static List<Wave> waves(Map<String, ResolvedRelease> all, List<ResolvedRelease> chosen) {
        List<ResolvedRelease> rest = new ArrayList<>(all.values());
        Map<String, Integer> levels = new HashMap<>();
        for (int level = 0; !rest.isEmpty(); level++) {
            List<ResolvedRelease> ready = rest.stream()
                    .filter(release -> levels.keySet().containsAll(release.needs()))
                    .toList();
            if (ready.isEmpty()) {
                throw cycle(rest);
            }
            for (ResolvedRelease release : ready) {
                levels.put(release.id(), level);
            }
            rest.removeIf(release -> levels.containsKey(release.id()));
        }
        Map<Integer, List<ResolvedRelease>> waves = new TreeMap<>();
        chosen.forEach(release -> waves.computeIfAbsent(levels.get(release.id()), level -> new ArrayList<>())
                .add(release));
        return waves.values().stream().map(wave -> wave(wave, all)).toList();
    }

    private static Wave wave(List<ResolvedRelease> releases, Map<String, ResolvedRelease> all) {
        return new Wave(
                releases,
                releases.stream()
                        .flatMap(release -> absentNeeds(release, all).stream())
                        .toList());
    }

    private static DecsException cycle(List<ResolvedRelease> rest) {
        Map<String, ResolvedRelease> byId = new LinkedHashMap<>();
        rest.forEach(release -> byId.put(release.id(), release));
        for (ResolvedRelease start : rest) {
            List<String> way = way(start.id(), start.id(), byId, new LinkedHashSet<>());
            if (!way.isEmpty()) {
                String text = "cycle detected: " + start.id() + " -> " + String.join(" -> ", way);
                List<Problem> problems = new ArrayList<>();
                for (String id : way) {
                    ResolvedRelease release = byId.get(id);
                    String message = release.name() + " needs " + String.join(", ", release.needs());
                    problems.add(needed(release, message));
                }
                return new DecsException(text, problems, null);
            }
        }
        throw new AssertionError(rest);
    }

    private static List<String> way(String from, String to, Map<String, ResolvedRelease> byId, Set<String> seen) {
        for (String need : byId.get(from).needs()) {
            if (need.equals(to)) {
                return List.of(need);
            }
            if (byId.containsKey(need) && seen.add(need)) {
                List<String> rest = way(need, to, byId, seen);
                if (!rest.isEmpty()) {
                    List<String> all = new ArrayList<>(List.of(need));
                    all.addAll(rest);
                    return all;
                }
            }
        }
        return List.of();
    }
}
