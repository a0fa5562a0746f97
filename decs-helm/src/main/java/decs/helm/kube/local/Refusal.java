package decs.helm.kube.local;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Cause;
import decs.helm.kube.ClusterException.Details;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The answers of an API server that refuses, in its words. */
final class Refusal {
    private Refusal() {}

    static ClusterException notFound(ResourceType type, String name) {
        return of(Reason.NOT_FOUND, 404, type.qualifiedPlural() + " \"" + name + "\" not found", type, name);
    }

    static ClusterException exists(ResourceType type, String name) {
        return of(Reason.ALREADY_EXISTS, 409, type.qualifiedPlural() + " \"" + name + "\" already exists", type, name);
    }

    static ClusterException modified(ResourceType type, String name) {
        String why = "the object has been modified; please apply your changes to the latest version and try again";
        return of(Reason.CONFLICT, 409, unfulfilled(type.qualifiedPlural(), name) + why, type, name);
    }

    static ClusterException precondition(ResourceType type, String name, String what, String wanted, String found) {
        String end = what.equals("UID")
                ? "The object might have been deleted and then recreated"
                : "The object might have been modified";
        String why = "the " + what + " in the precondition (" + wanted + ") does not match the " + what + " in record ("
                + found + "). " + end;
        return of(Reason.CONFLICT, 409, unfulfilled(qualifiedKind(type), name) + why, type, name);
    }

    private static String unfulfilled(String what, String name) {
        return "Operation cannot be fulfilled on " + what + " \"" + name + "\": ";
    }

    static ClusterException terminating(ResourceType type, String name, String namespace) {
        return of(
                Reason.FORBIDDEN,
                403,
                type.qualifiedPlural() + " \"" + name + "\" is forbidden: unable to create new content in namespace "
                        + namespace + " because it is being terminated",
                type,
                name);
    }

    static ClusterException badRequest(String message) {
        return new ClusterException(Reason.BAD_REQUEST, 400, message);
    }

    static ClusterException invalid(ResourceType type, String name, List<Cause> causes) {
        String list = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .collect(Collectors.joining(", "));
        String text = causes.size() == 1 ? list : "[" + list + "]";
        String message = qualifiedKind(type) + " \"" + name + "\" is invalid: " + text;
        return new ClusterException(
                new Details(
                        Reason.INVALID,
                        422,
                        message,
                        Optional.of(new ObjectRef(type.apiVersion(), type.kind(), "", name)),
                        causes,
                        OptionalInt.empty(),
                        Optional.empty()),
                null);
    }

    private static String qualifiedKind(ResourceType type) {
        return type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
    }

    private static ClusterException of(Reason reason, int code, String message, ResourceType type, String name) {
        return new ClusterException(
                new Details(
                        reason,
                        code,
                        message,
                        Optional.of(new ObjectRef(type.apiVersion(), type.kind(), "", name)),
                        List.of(),
                        OptionalInt.empty(),
                        Optional.empty()),
                null);
    }
}
