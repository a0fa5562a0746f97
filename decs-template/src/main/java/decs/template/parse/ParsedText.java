package decs.template.parse;

import java.util.List;
import java.util.Set;

/**
 * What a template text says.
 *
 * @param main the text outside of all definitions; its name is empty
 * @param definitions in the order in which Go adds them to the set
 * @param functions the names of all functions used
 * @param hyphenated the offsets of fields that are accepted only by the option for hyphens
 * @param nestedDeeply whether a recursion over the tree needs {@link DeepStack}
 */
public record ParsedText(
        Definition main,
        List<Definition> definitions,
        Set<String> functions,
        List<Integer> hyphenated,
        boolean nestedDeeply) {
    public ParsedText {
        definitions = List.copyOf(definitions);
        functions = Set.copyOf(functions);
        hyphenated = List.copyOf(hyphenated);
    }
}
