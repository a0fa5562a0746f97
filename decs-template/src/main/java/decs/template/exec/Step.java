package decs.template.exec;

/** A compiled statement: it writes text, sets variables, or runs other steps. */
abstract class Step {
    /** What {@link #run} returns: go on with the next step. */
    static final int NEXT = 0;
    /** Leave the innermost range. */
    static final int BREAK = 1;
    /** Go on with the innermost range's next item. */
    static final int CONTINUE = 2;

    abstract int run(Frame frame);
}
