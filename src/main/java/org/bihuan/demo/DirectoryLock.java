package org.bihuan.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One application a directory. The system frees the lock when its holder dies, however it dies. */
final class DirectoryLock implements AutoCloseable {
    /** Far behind the text of the file, so that others can read there who holds it. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** @throws StartRefused if another application, or another one in this JVM, holds it */
    static DirectoryLock of(Path directory) throws IOException {
        var path = directory.resolve("bihuan.lock");
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            throw new StartRefused("database.in-use", null, directory.toString(), Files.readString(path));
        }
        file.truncate(0);
        file.write(StandardCharsets.UTF_8.encode("" + ProcessHandle.current().pid()));
        return new DirectoryLock(file);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException oursAlready) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
