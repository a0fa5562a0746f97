package decs.template.sprig;

import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;

/** Counts what a call is about to make, before it is made, so that hostile templates end early. */
final class Budget {
    /** What an item of a list costs, in characters. */
    private static final int ITEM = 64;

    private Budget() {}

    /** Counts a text of that many characters. */
    static void text(FunctionCall call, long characters) {
        if (characters > call.limits().maxOutputBytes()) {
            throw new FunctionException("a text of " + characters + " characters is more than the limit of "
                    + call.limits().maxOutputBytes());
        }
        call.spend(characters);
    }

    /** Counts a list of that many items. */
    static void items(FunctionCall call, long count) {
        call.spend(count > Long.MAX_VALUE / ITEM ? Long.MAX_VALUE / 2 : count * ITEM);
    }
}
