package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.semver.Constraint;
import decs.template.semver.SemverException;
import decs.template.semver.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sprig's versions: parsed ones are Go's {@code *semver.Version} with its methods. */
final class SemverFunctions {
    private SemverFunctions() {}

    static FunctionTable table() {
        return FunctionTable.builder()
                .of("semver", STRING, text -> new Parsed(parse((String) text)))
                .of("semverCompare", STRING, STRING, (wanted, version) -> compare((String) wanted, (String) version))
                .build();
    }

    private static Version parse(String text) {
        try {
            return Version.parse(text);
        } catch (SemverException bad) {
            throw new FunctionException(bad.getMessage(), bad);
        }
    }

    private static Object compare(String wanted, String version) {
        try {
            Constraint constraint = Constraint.parse(wanted);
            return constraint.check(Version.parse(version));
        } catch (SemverException bad) {
            throw new FunctionException(bad.getMessage(), bad);
        }
    }

    /** A version as templates see it. */
    private record Parsed(Version version) implements TemplateObject {
        @Override
        public String goType() {
            return "*semver.Version";
        }

        @Override
        public Optional<Member> member(String name) {
            return Optional.ofNullable(
                    switch (name) {
                        case "Major" -> value(name, uint(version.major()));
                        case "Minor" -> value(name, uint(version.minor()));
                        case "Patch" -> value(name, uint(version.patch()));
                        case "Prerelease" -> value(name, version.prerelease());
                        case "Metadata" -> value(name, version.metadata());
                        case "Original" -> value(name, version.original());
                        case "String" -> value(name, version.toString());
                        case "IncMajor" -> value(name, new Parsed(next(version.major() + 1, 0, 0)));
                        case "IncMinor" -> value(name, new Parsed(next(version.major(), version.minor() + 1, 0)));
                        case "IncPatch" -> value(name, new Parsed(incPatch()));
                        case "Compare" -> with(name, other -> version.compareTo(other));
                        case "LessThan" -> with(name, other -> version.compareTo(other) < 0);
                        case "GreaterThan" -> with(name, other -> version.compareTo(other) > 0);
                        case "LessThanEqual" -> with(name, other -> version.compareTo(other) <= 0);
                        case "GreaterThanEqual" -> with(name, other -> version.compareTo(other) >= 0);
                        case "Equal" -> with(name, other -> version.compareTo(other) == 0);
                        default -> null;
                    });
        }

        private Version incPatch() {
            boolean release = version.prerelease().isEmpty();
            return next(version.major(), version.minor(), release ? version.patch() + 1 : version.patch());
        }

        private Version next(long major, long minor, long patch) {
            String text = (version.original().startsWith("v") ? "v" : "") + major + "." + minor + "." + patch;
            return Version.parse(text);
        }

        private static Object uint(long number) {
            return decs.template.gofmt.GoInteger.of("uint64", number);
        }

        private static Member value(String name, Object value) {
            TemplateFunction.Body0 body = () -> value;
            return new Member.Method(new TemplateFunction(name, List.of(), false, body));
        }

        private static Member with(String name, Function<Version, Object> question) {
            TemplateFunction.Body1 body = other -> {
                if (other instanceof Parsed parsed) {
                    return question.apply(parsed.version);
                }
                throw new FunctionException("wrong type for value; expected *semver.Version");
            };
            return new Member.Method(new TemplateFunction(name, List.of(ANY), false, body));
        }

        @Override
        public String goString() {
            return version.toString();
        }
    }
}
