package decs.helm.repo;

import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work on a file that no other process does at the same time, Helm among them: its lock file stands beside it. */
final class FileLock {
    private static final int TRIES = 300;
    private static final long PAUSE = 100;

    private FileLock() {}

    /** Runs {@code work} alone; waits half a minute for others. */
    static void alone(Path file, Runnable work) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path lock = file.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + ".lock");
        try {
            Files.createDirectories(lock.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                waitFor(channel, lock);
                work.run();
            }
        } catch (IOException failed) {
            throw new DecsException("cannot lock " + lock + ": " + failed.getMessage(), failed);
        }
    }

    private static void waitFor(FileChannel channel, Path lock) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException here) {
                // another thread of this process holds it
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new DecsException("interrupted while waiting for " + lock, stopped);
            }
        }
        throw new DecsException(lock + " is held by another process; nothing was changed");
    }
}
