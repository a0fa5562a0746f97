package decs.core.run;

import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.text.ListText;
import decs.helm.text.StatusText;
import java.util.List;

/** What helm prints of a release. */
final class HelmText {
    private HelmText() {}

    static String status(Release release, HelmVersion helm, boolean notes) {
        return new StatusText(helm).of(release, notes);
    }

    /** The row of {@code helm list --no-headers}, with columns as wide as the headings that are left out. */
    static String listed(Release release) {
        String table = ListText.list(List.of(release));
        return table.substring(table.indexOf('\n') + 1);
    }
}
