package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {
    /** Recorded from govalidator.IsEmail. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "false | a@b",
                "true | a@b.c",
                "true | a@b.c.",
                "false | a@b.1",
                "false | a@b.c1",
                "true | a.b@c.de",
                "false | a..b@c.de",
                "false | .a@c.de",
                "false | a.@c.de",
                "false | \"a b\"@c.de",
                "false | a b@c.de",
                "false | a@-b.de",
                "false | a@b-.de",
                "true | a@b_c.de",
                "true | a@1.de",
                "true | ä@ö.de",
                "false | a@ö",
                "false | a@[1.2.3.4]",
                "true | a+b@c.io",
                "false | a@b..c",
                "false | @b.c",
                "false | a@",
                "false | ``",
                "false | a@b.c d",
                "true | a@b.d-e",
                "false | a@b.d-",
                "true | A!#$%@x.org",
                "true | x@sub.dom.example.com",
                "false | x@y.z.1a",
                "false | x@y._z",
                "false | Foo <foo@bar.com>",
                "false | \"a\"b@c.de",
                "false | \"a\\\"b\"@c.de",
                "true | a@b.x~y",
            })
    void isTheOneThatHelmAccepts(boolean accepted, String text) {
        assertEquals(accepted, EmailAddress.isOne(text));
    }
}
