package decs.core.hcl;

import decs.core.hcl.HclNode.Binding;
import decs.template.language.FunctionException;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes expressions of one file. Values are text, Boolean, Double, null, lists and maps in the order of their keys.
 *
 * @param source the file, for places of errors
 * @param roots what {@code hv} and {@code local} hold
 * @param bound what the {@code for}s around have bound
 * @param element what a splat is at
 */
record HclEvaluator(Source source, Roots roots, Map<String, Object> bound, Object element) {

    /** The variables of a file. */
    interface Roots {
        /** Whether there is a root of that name. */
        boolean has(String root);

        /** One variable; null when a root has no such one. */
        Object variable(String root, String name);

        /** All variables of a root. */
        Map<String, Object> all(String root);
    }

    HclEvaluator(Source source, Roots roots) {
        this(source, roots, Map.of(), null);
    }

    Object value(HclNode node) {
        if (node instanceof HclNode.Literal literal) {
            return literal.value();
        } else if (node instanceof HclNode.Template template) {
            return template(template);
        } else if (node instanceof HclNode.Name name) {
            return name(name);
        } else if (node instanceof HclNode.Attribute attribute) {
            return attribute(attribute);
        } else if (node instanceof HclNode.Index index) {
            return index(value(index.of()), value(index.key()), index.at());
        } else if (node instanceof HclNode.Splat splat) {
            return splat(splat);
        } else if (node instanceof HclNode.Element) {
            return element;
        } else if (node instanceof HclNode.Call call) {
            return call(call);
        } else if (node instanceof HclNode.Conditional choice) {
            return flag(value(choice.test()), choice.at()) ? value(choice.yes()) : value(choice.no());
        } else if (node instanceof HclNode.Items list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(value(item)));
            return items;
        } else if (node instanceof HclNode.Entries object) {
            Map<String, Object> entries = new TreeMap<>();
            object.entries().forEach(entry -> entries.put(text(value(entry.key()), object.at()), value(entry.value())));
            return entries;
        } else if (node instanceof HclNode.Loop loop) {
            return loop(loop);
        } else if (node instanceof HclNode.Repeat repeat) {
            StringBuilder out = new StringBuilder();
            each(repeat.of(), repeat.binding(), repeat.at())
                    .forEach(scope -> out.append(text(scope.value(repeat.body()), repeat.at())));
            return out.toString();
        } else if (node instanceof HclNode.Unary unary) {
            Object of = value(unary.of());
            return unary.operator() == '-' ? (Object) (-number(of, unary.at(), "")) : (Object) !flag(of, unary.at());
        } else if (node instanceof HclNode.Binary binary) {
            return binary(binary);
        }
        throw new AssertionError(node);
    }

    private Object template(HclNode.Template template) {
        List<HclNode> parts = template.parts();
        if (parts.size() == 1) {
            return value(parts.get(0));
        }
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> out.append(text(value(part), part.at())));
        return out.toString();
    }

    private Object name(HclNode.Name name) {
        if (bound.containsKey(name.name())) {
            return bound.get(name.name());
        }
        if (!roots.has(name.name())) {
            throw wrong(
                    name.at(),
                    "Invalid reference; The \"" + name.name() + "\" object cannot be accessed directly."
                            + " Instead, access it from one of its root.");
        }
        return roots.all(name.name());
    }

    private Object attribute(HclNode.Attribute attribute) {
        if (attribute.of() instanceof HclNode.Name name && !bound.containsKey(name.name()) && roots.has(name.name())) {
            return roots.variable(name.name(), attribute.name());
        }
        Object of = value(attribute.of());
        if (of == null) {
            throw wrong(
                    attribute.at(),
                    "Attempt to get attribute from null value; This value is null, so it does not"
                            + " have any attributes.");
        }
        if (of instanceof Map<?, ?> map && map.containsKey(attribute.name())) {
            return map.get(attribute.name());
        }
        throw wrong(
                attribute.at(),
                of instanceof Map
                        ? "Unsupported attribute; This object does not have an attribute named \"" + attribute.name()
                                + "\"."
                        : "Unsupported attribute; This value does not have any attributes.");
    }

    private Object index(Object of, Object key, int at) {
        if (of instanceof Map<?, ?> map && map.containsKey(text(key, at))) {
            return map.get(text(key, at));
        }
        if (of instanceof List<?> list && key instanceof Double number) {
            int index = number.intValue();
            if (index >= 0 && index < list.size() && index == number) {
                return list.get(index);
            }
        }
        throw wrong(at, "Invalid index; The given key does not identify an element in this collection value.");
    }

    private Object splat(HclNode.Splat splat) {
        Object of = value(splat.of());
        List<?> elements = of instanceof List<?> list ? list : of == null ? List.of() : List.of(of);
        List<Object> results = new ArrayList<>();
        for (Object each : elements) {
            results.add(new HclEvaluator(source, roots, bound, each).value(splat.each()));
        }
        return results;
    }

    private Object call(HclNode.Call call) {
        if (call.name().equals("try") || call.name().equals("can")) {
            return tried(call);
        }
        HclFunction function = HclFunctions.TABLE.get(call.name());
        if (function == null) {
            DecsException unknown =
                    wrong(call.at(), "Call to unknown function; There is no function named \"" + call.name() + "\".");
            throw Suggestion.nearest(call.name(), HclFunctions.TABLE.keySet())
                    .map(near -> new DecsException(
                            unknown.getMessage(),
                            List.of(unknown.problems().get(0).withHint("did you mean " + near + "?")),
                            null))
                    .orElse(unknown);
        }
        List<Object> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(value(argument)));
        if (call.spread() && arguments.remove(arguments.size() - 1) instanceof List<?> rest) {
            arguments.addAll(rest);
        }
        HclFunctions.arity(call.name())
                .filter(wanted -> wanted != arguments.size())
                .ifPresent(wanted -> {
                    throw wrong(
                            call.at(),
                            (arguments.size() > wanted ? "Too many" : "Not enough") + " function arguments; Function \""
                                    + call.name() + "\" expects only " + wanted + " argument(s).");
                });
        try {
            return function.apply(new HclArguments(call.name(), arguments));
        } catch (DecsException | FunctionException failed) {
            throw wrong(
                    call.at(),
                    "Error in function call; Call to function \"" + call.name() + "\" failed: " + failed.getMessage());
        }
    }

    private Object tried(HclNode.Call call) {
        boolean asks = call.name().equals("can");
        DecsException last = wrong(
                call.at(),
                "Error in function call; Call to function \"" + call.name()
                        + "\" failed: at least one argument is required.");
        for (HclNode argument : call.arguments()) {
            try {
                Object value = value(argument);
                return asks ? (Object) true : value;
            } catch (DecsException failed) {
                last = failed;
            }
        }
        if (asks && !call.arguments().isEmpty()) {
            return false;
        }
        throw last;
    }

    private Object loop(HclNode.Loop loop) {
        List<Object> list = new ArrayList<>();
        Map<String, Object> map = new TreeMap<>();
        for (HclEvaluator scope : each(loop.of(), loop.binding(), loop.at())) {
            if (loop.condition().isPresent()
                    && !flag(scope.value(loop.condition().get()), loop.at())) {
                continue;
            }
            Object value = scope.value(loop.value());
            if (loop.key().isEmpty()) {
                list.add(value);
                continue;
            }
            String key = text(scope.value(loop.key().get()), loop.at());
            if (loop.grouped()) {
                HclArguments.items(map.computeIfAbsent(key, k -> new ArrayList<>()))
                        .add(value);
            } else if (map.put(key, value) != null) {
                throw wrong(
                        loop.at(),
                        "Duplicate object key; Two different items produced the key \"" + key
                                + "\" in this 'for' expression.");
            }
        }
        return loop.key().isEmpty() ? list : map;
    }

    /** A scope for each element of a collection. */
    private List<HclEvaluator> each(HclNode of, Binding binding, int at) {
        Object collection = value(of);
        List<HclEvaluator> scopes = new ArrayList<>();
        if (collection instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                scopes.add(with(binding, (double) i, list.get(i)));
            }
        } else if (collection instanceof Map<?, ?> map) {
            map.forEach((key, value) -> scopes.add(with(binding, key, value)));
        } else {
            throw wrong(
                    at,
                    "Iteration over non-iterable value; A value of this type cannot be used as the collection in"
                            + " a 'for' expression.");
        }
        return scopes;
    }

    private HclEvaluator with(Binding binding, Object key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(bound);
        binding.key().ifPresent(name -> more.put(name, key));
        more.put(binding.value(), value);
        return new HclEvaluator(source, roots, more, element);
    }

    private Object binary(HclNode.Binary node) {
        Object left = value(node.left());
        switch (node.operator()) {
            case "&&":
                return flag(left, node.at()) && flag(value(node.right()), node.at());
            case "||":
                return flag(left, node.at()) || flag(value(node.right()), node.at());
            case "==":
                return HclArguments.same(left, value(node.right()));
            case "!=":
                return !HclArguments.same(left, value(node.right()));
            default:
                double a = number(left, node.at(), "left ");
                double b = number(value(node.right()), node.at(), "right ");
                return arithmetic(node, a, b);
        }
    }

    private Object arithmetic(HclNode.Binary node, double a, double b) {
        if (b == 0 && (node.operator().equals("/") || node.operator().equals("%"))) {
            throw wrong(node.at(), "Division by zero; The right operand is zero.");
        }
        return switch (node.operator()) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "<" -> a < b;
            case ">" -> a > b;
            case "<=" -> a <= b;
            case ">=" -> a >= b;
            default -> throw new AssertionError(node.operator());
        };
    }

    private double number(Object value, int at, String side) {
        return HclArguments.number(value)
                .orElseThrow(() ->
                        wrong(at, "Invalid operand; Unsuitable value for " + side + "operand: a number is required."));
    }

    private boolean flag(Object value, int at) {
        return HclArguments.flag(value)
                .orElseThrow(() ->
                        wrong(at, "Incorrect condition type; The condition expression must be of type" + " bool."));
    }

    private String text(Object value, int at) {
        return HclArguments.text(value)
                .orElseThrow(() -> wrong(
                        at,
                        "Invalid template interpolation value; Cannot include the given value in a"
                                + " string template: string required."));
    }

    private DecsException wrong(int at, String what) {
        return HclText.wrong(source, at, what);
    }
}
