package decs.template.sprig;

import decs.template.language.FunctionCall;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The host's randomness where the JDK wants a {@link SecureRandom}, so that keys too can be made reproducible. */
final class HostRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator source;

    private HostRandom(RandomGenerator source) {
        super(null, null);
        this.source = source;
    }

    static SecureRandom of(FunctionCall call) {
        RandomGenerator random = call.host().random();
        return random instanceof SecureRandom secure ? secure : new HostRandom(random);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }

    @Override
    public String getAlgorithm() {
        return "host";
    }

    @Override
    public byte[] generateSeed(int count) {
        byte[] seed = new byte[count];
        source.nextBytes(seed);
        return seed;
    }
}
