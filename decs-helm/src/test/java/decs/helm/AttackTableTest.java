package decs.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tests hold which row of the table of attacks (users.md 3.3), by the first words of the row. */
class AttackTableTest {
    private static final Map<String, List<String>> SUPPLY = Map.of(
            "tar:",
            List.of(
                    "archive.EvilArchiveTest#namesThatPointElsewhereOrTwiceAreRefused",
                    "archive.EvilArchiveTest#linksAndDevicesAreRefused",
                    "archive.EvilArchiveTest#aNameWithANulIsRefused",
                    "archive.EvilArchiveTest#whatIsThereIsNotReplaced",
                    "archive.EvilArchiveTest#whatIsCutOffIsRefused",
                    "archive.EvilArchiveTest#nothingOutsideTheTargetEverChanges"),
            "bomb:",
            List.of(
                    "repo.SmallHeapTest#sizeIsRefusedByName",
                    "archive.EvilArchiveTest#bombsAreRefusedWhileTheyInflate",
                    "archive.EvilArchiveTest#tooManyEntriesAreRefused",
                    "archive.EvilArchiveTest#archivesInArchivesHaveOneBudget"),
            "Chart.lock",
            List.of(
                    "dependency.DependenciesTest#aLockThatIsALinkIsNotWrittenThrough",
                    "repo.RepositoriesTest#aLinkInPlaceOfTheFileIsNotFollowed",
                    "packaging.PackagingTest#aLinkInPlaceOfTheArchiveIsNotFollowed"),
            "chart name/version",
            List.of(
                    "archive.EvilArchiveTest#namesOfChartsAreNamesOfFolders",
                    "chart.MetadataRulesTest#namesAndVersionsThatWouldLeaveTheirFolderAreRefused",
                    "chart.MetadataRulesTest#controlCharactersAreTakenOut"),
            "index:",
            List.of(
                    "repo.RepositoryIndexTest#brokenEntriesAreLeftOutWithAWarning",
                    "repo.RepositoryIndexTest#controlCharactersDoNotReachATerminal",
                    "repo.RepositoryIndexTest#aKeyGivenTwiceIsRefused",
                    "repo.SmallHeapTest#sizeIsRefusedByName",
                    "http.HttpTest#credentialsDoNotGoToAnotherServer",
                    "http.HttpTest#redirectsDoNotTakeCredentialsAlong",
                    "http.HttpTest#aServerThatDripsIsGivenUp",
                    "http.HttpTest#whatIsTooLargeIsGivenUpOnTheWay"),
            "OCI:",
            List.of(
                    "registry.OciRegistryTest#aLayerWithOtherBytesIsRefusedWithBothDigests",
                    "registry.OciRegistryTest#aDigestNamesExactlyOneChart",
                    "registry.OciRegistryTest#addressesThatALayerNamesAreNotFollowed",
                    "registry.OciRegistryTest#aBlobElsewhereIsFetchedWithoutTheLogin",
                    "repo.SourceLockTest#aMovedVersionIsAnErrorWithBothDigests"),
            "missing .prov",
            List.of(
                    "packaging.PackagingTest#aPulledChartWithoutProofIsRefusedAndNotKept",
                    "sign.ProvenanceTest#aChangedProofIsRefused",
                    "sign.ProvenanceTest#anotherArchiveIsRefusedWithBothDigests",
                    "sign.ProvenanceTest#anotherNameIsRefused",
                    "sign.ProvenanceTest#aStrangersSignatureIsRefused",
                    "sign.ProvenanceTest#anExpiredKeyIsRefused",
                    "sign.ProvenanceTest#filesThatAreNoKeyringsAreSaid"));

    /** Rows about something else than how charts are brought: templates, values, secrets, clusters, decs's own build. */
    private static final List<String> ELSEWHERE = List.of(
            "YAML alias bomb",
            "`--set` / strvals",
            "values.schema.json",
            "templates:",
            "leak:",
            "secrets in logs",
            "kubeconfig exec",
            "SSRF",
            "supply chain of decs");

    static List<Arguments> rows() {
        return SUPPLY.entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(test -> Arguments.of(row.getKey(), test)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasTests(String row, String test) throws ClassNotFoundException {
        Class<?> type = Class.forName("decs.helm." + test.substring(0, test.indexOf('#')));
        String name = test.substring(test.indexOf('#') + 1);
        assertTrue(
                Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> isTest(method, name)),
                row + " has no test " + test);
    }

    private static boolean isTest(Method method, String name) {
        return method.getName().equals(name)
                && List.of(Test.class, ParameterizedTest.class, TestFactory.class, Property.class).stream()
                        .anyMatch(method::isAnnotationPresent);
    }

    @Test
    void everyRowOfTheTableIsNamedHere() throws IOException {
        Path table = Path.of("../../shared/spec/users.md");
        assumeTrue(Files.isRegularFile(table), "no ../shared/spec");
        String text = Files.readString(table);
        String section = text.substring(text.indexOf("### 3.3"), text.indexOf("### 3.4"));
        TreeSet<String> known = new TreeSet<>(SUPPLY.keySet());
        known.addAll(ELSEWHERE);
        List<String> rows = section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack"))
                .toList();
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> known.stream().noneMatch(words -> row.startsWith("| " + words)))
                        .toList());
        assertEquals(known.size(), rows.size());
    }
}
