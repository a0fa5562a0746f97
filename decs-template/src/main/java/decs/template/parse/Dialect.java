package decs.template.parse;

/**
 * What the lexer reads differently from Go's plain syntax.
 *
 * @param hyphenatedFields {@code .a-b} is one field
 * @param breakIsFunction a function is called {@code break}, so that the word is no keyword
 * @param continueIsFunction likewise for {@code continue}
 */
record Dialect(boolean hyphenatedFields, boolean breakIsFunction, boolean continueIsFunction) {
    static final Dialect GO = new Dialect(false, false, false);
}
