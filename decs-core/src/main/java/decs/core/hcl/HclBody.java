package decs.core.hcl;

import java.util.List;

/** What a file or block holds. */
record HclBody(List<Attribute> attributes, List<Block> blocks) {
    HclBody {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    record Attribute(int at, String name, HclNode value) {}

    record Block(int at, String type, HclBody body) {}
}
