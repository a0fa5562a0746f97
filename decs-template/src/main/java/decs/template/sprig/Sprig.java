package decs.template.sprig;

import decs.template.language.FunctionTable;

/** All of Sprig's text functions, group by group. */
public final class Sprig {
    private static final FunctionTable ALL = StringFunctions.table()
            .plus(WrapFunctions.table())
            .plus(CaseFunctions.table())
            .plus(NumberFunctions.table())
            .plus(DefaultFunctions.table())
            .plus(TypeFunctions.table())
            .plus(ListFunctions.table())
            .plus(DictFunctions.table())
            .plus(EncodingFunctions.table())
            .plus(PathFunctions.table())
            .plus(UrlFunctions.table())
            .plus(SemverFunctions.table())
            .plus(RegexFunctions.table())
            .plus(DateFunctions.table())
            .plus(RandomFunctions.table())
            .plus(HostFunctions.table())
            .plus(CryptoFunctions.table())
            .plus(CertificateFunctions.table());

    private Sprig() {}

    /** {@code TxtFuncMap}: every function that Sprig gives to text templates, {@code env} among them. */
    public static FunctionTable functions() {
        return ALL;
    }
}
