package decs.aws;

import decs.template.source.DecsException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a service refuses, in the words of Amazon's library for Go. */
final class Refusal {
    private Refusal() {}

    /**
     * @param doing what was tried, in vals' words
     * @param operation {@code SSM: GetParameter}
     */
    static DecsException of(String doing, String operation, SdkException failure) {
        String text = doing + ": operation error " + operation + ", ";
        if (!(failure instanceof AwsServiceException answer) || answer.awsErrorDetails() == null) {
            return new DecsException(text + words(failure), failure);
        }
        String request = answer.requestId() == null ? "" : answer.requestId();
        String code = answer.awsErrorDetails().errorCode();
        String message = answer.awsErrorDetails().errorMessage();
        boolean general = answer.getClass().getSimpleName().matches("(Ssm|SecretsManager|S3)Exception");
        return new DecsException(
                text + "https response error StatusCode: " + answer.statusCode() + ", RequestID: " + request + ", "
                        + (operation.startsWith("S3") ? hostId(answer) : "") + (general ? "api error " : "") + code
                        + ": "
                        + (message == null ? "" : message),
                failure);
    }

    /** What went wrong before anybody answered, without the long chains of where was looked. */
    static String words(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unable to load region")) {
            return "failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region";
        }
        return message.startsWith("Unable to load credentials")
                ? "get identity: get credentials: none in the environment, a profile, or the machine's own role"
                : message;
    }

    private static String hostId(AwsServiceException answer) {
        return "HostID: " + (answer.extendedRequestId() == null ? "" : answer.extendedRequestId()) + ", ";
    }
}
