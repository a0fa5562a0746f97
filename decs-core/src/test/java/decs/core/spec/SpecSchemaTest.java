package decs.core.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema is the one that the tables give; {@code -Dgolden=update} writes it. */
class SpecSchemaTest {
    private static final Path PUBLISHED = Path.of("../docs/helmfile.schema.json");

    @Test
    void publishedSchemaIsCurrent() throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(PUBLISHED, SpecSchema.json());
        }
        assertEquals(SpecSchema.json(), Files.readString(PUBLISHED));
    }
}
