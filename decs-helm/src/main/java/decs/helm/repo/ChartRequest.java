package decs.helm.repo;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which chart is wanted.
 *
 * @param reference as a user writes it: a folder, a .tgz, {@code repo/name}, a URL, {@code oci://host/path}
 * @param version an exact version or a constraint; empty means the newest release
 * @param repositoryUrl the repository to look in, when {@code reference} is a bare name ({@code --repo})
 * @param devel whether prereleases count when no version is given
 * @param base the folder that relative paths start from
 */
public record ChartRequest(String reference, String version, Optional<String> repositoryUrl, boolean devel, Path base) {
    public ChartRequest {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(repositoryUrl, "repositoryUrl");
        Objects.requireNonNull(base, "base");
    }
}
