package decs.template.language;

/** A function's failure: the text that Go would print behind {@code error calling NAME: }. */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FunctionException(String message) {
        super(message, null, false, false);
    }

    public FunctionException(String message, Throwable cause) {
        super(message, cause);
    }
}
