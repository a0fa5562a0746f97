package decs.template.language;

/** The Go parameter types that template functions declare; the executor checks and converts arguments by them. */
public enum GoKind {
    /** {@code interface{}}: anything, nil included. */
    ANY("interface {}"),
    STRING("string"),
    BOOL("bool"),
    /** Go {@code int}: an Integer, or a {@link WideInt} where 32 bits are too few; the function gets a Number. */
    INT("int"),
    INT64("int64"),
    FLOAT64("float64"),
    /** {@code map[string]interface{}}: a {@code Map<String, Object>}; never null unless a literal nil was given. */
    MAP("map[string]interface {}"),
    /** {@code []interface{}}: a List. */
    LIST("[]interface {}"),
    /** {@code []string}. */
    STRINGS("[]string"),
    /** {@code time.Time}: {@link decs.template.gofmt.GoTime}. */
    TIME("time.Time"),
    /** {@code reflect.Value}: anything but an untyped nil, as Go's own builtins take it. */
    REFLECT("reflect.Value");

    private final String goName;

    GoKind(String goName) {
        this.goName = goName;
    }

    /** The type as Go's messages print it. */
    public String goName() {
        return goName;
    }
}
