package decs.testing.path;

import decs.template.sprig.GoRegex;
import decs.testing.path.DocumentPath.Step;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a filter {@code [?(…)]} demands of a value. */
sealed interface Condition {
    /** Whether the condition holds for {@code value}, in a document that is {@code root}. */
    boolean holds(Object value, Object root);

    /** Both hold. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            return left.holds(value, root) && right.holds(value, root);
        }
    }

    /** One of them holds. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            return left.holds(value, root) || right.holds(value, root);
        }
    }

    /** It does not hold. */
    record Not(Condition negated) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            return !negated.holds(value, root);
        }
    }

    /** The term leads to something. */
    record Exists(Term term) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            return !term.values(value, root).isEmpty();
        }
    }

    /** Every value on the left stands in the relation to every value on the right; neither side is empty. */
    record Compared(Term left, Relation relation, Term right) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            List<Object> lefts = left.values(value, root);
            List<Object> rights = right.values(value, root);
            return !lefts.isEmpty()
                    && !rights.isEmpty()
                    && lefts.stream().allMatch(l -> rights.stream().allMatch(r -> relation.holds(l, r)));
        }
    }

    /** Every value is a text that the expression matches somewhere. */
    record Matches(Term term, GoRegex regex) implements Condition {
        @Override
        public boolean holds(Object value, Object root) {
            List<Object> values = term.values(value, root);
            return !values.isEmpty()
                    && values.stream().allMatch(each -> each instanceof String text && regex.matches(text));
        }
    }

    /** One side of a comparison. */
    sealed interface Term {
        List<Object> values(Object value, Object root);

        /** What a path leads to, from the value ({@code @}) or from the document ({@code $}). */
        record PathTerm(boolean fromRoot, List<Step> steps) implements Term {
            @Override
            public List<Object> values(Object value, Object root) {
                return Steps.walk(steps, fromRoot ? root : value, root);
            }
        }

        /** A literal. */
        record Literal(Object literal) implements Term {
            @Override
            public List<Object> values(Object value, Object root) {
                return Collections.singletonList(literal);
            }
        }
    }

    /** How two values are compared. */
    enum Relation {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL;

        /** Numbers by size; anything else only for equality. */
        boolean holds(Object left, Object right) {
            if (left instanceof Number l && right instanceof Number r) {
                return fits(Double.compare(l.doubleValue(), r.doubleValue()));
            }
            return switch (this) {
                case EQUAL -> Objects.equals(left, right);
                case NOT_EQUAL -> !Objects.equals(left, right);
                default -> false;
            };
        }

        private boolean fits(int sign) {
            return switch (this) {
                case EQUAL -> sign == 0;
                case NOT_EQUAL -> sign != 0;
                case GREATER -> sign > 0;
                case GREATER_OR_EQUAL -> sign >= 0;
                case LESS -> sign < 0;
                case LESS_OR_EQUAL -> sign <= 0;
            };
        }
    }
}
