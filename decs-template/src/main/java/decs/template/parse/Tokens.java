package decs.template.parse;

import decs.template.parse.Token.Kind;

/**
 * The tokens ahead of one definition's parser, up to three of which may be put back. The place of an error is the
 * token last taken from the lexer, as in Go.
 */
final class Tokens {
    private final Lexer lexer;
    private final Token[] ahead = new Token[3];
    private int waiting;

    Tokens(Lexer lexer) {
        this.lexer = lexer;
    }

    Token next() {
        if (waiting > 0) {
            waiting--;
        } else {
            ahead[0] = lexer.next();
        }
        return ahead[waiting];
    }

    Token peek() {
        if (waiting > 0) {
            return ahead[waiting - 1];
        }
        waiting = 1;
        ahead[0] = lexer.next();
        return ahead[0];
    }

    Token nextNonSpace() {
        Token token = next();
        while (token.is(Kind.SPACE)) {
            token = next();
        }
        return token;
    }

    Token peekNonSpace() {
        Token token = nextNonSpace();
        backup();
        return token;
    }

    /** Puts the token back that came last. */
    void backup() {
        waiting++;
    }

    /** Puts back the token that came last, and {@code before} in front of it. */
    void backup(Token before) {
        ahead[1] = before;
        waiting = 2;
    }

    /** Puts back the token that came last, and two in front of it. */
    void backup(Token first, Token second) {
        ahead[1] = second;
        ahead[2] = first;
        waiting = 3;
    }

    /** Where the parser stands. */
    int offset() {
        return ahead[0] == null ? 0 : ahead[0].offset();
    }
}
