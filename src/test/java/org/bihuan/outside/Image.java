package org.bihuan.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.compose.Dockerfile;

/**
 * The packaged jar as the container image runs it, without a container engine: the image's own ENTRYPOINT in a mount namespace of its
 * own, whose root is read-only, whose {@code /tmp} and data directory are small file systems in memory, as a user without rights.
 */
final class Image {
    private static final String WHERE_THE_VOLUME_IS = "/mnt";
    private static final String SETTING_UP = """
            set -e
            mount -t tmpfs -o mode=755 tmpfs /opt
            mkdir /opt/bihuan
            touch /opt/bihuan/bihuan.jar
            mount --bind "$JAR" /opt/bihuan/bihuan.jar
            mount -o remount,ro /opt
            mount -t tmpfs -o size="$VOLUME",mode=777 tmpfs %s
            cd %s
            mount -t tmpfs -o mode=1777 tmpfs /tmp
            mount -o remount,bind,ro /
            exec %s "$@"
            """;
    private static final String UNPRIVILEGED =
            "setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all";

    private Image() {}

    /** Where namespaces are not allowed there is no such start; CI must allow them. */
    static boolean isHere() {
        try {
            var probe = new ArrayList<>(namespace());
            probe.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", WHERE_THE_VOLUME_IS));
            return new ProcessBuilder(probe).start().waitFor() == 0 || Boolean.parseBoolean(System.getenv("CI"));
        } catch (IOException noSuchProgram) {
            return Boolean.parseBoolean(System.getenv("CI"));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Starts it and returns once it is healthy.
     *
     * @param volume size of the data directory's file system, as mount understands it
     */
    static PackagedApplication started(String volume, Map<String, String> settings) {
        var image = new Dockerfile();
        var command = new ArrayList<>(namespace());
        command.addAll(List.of(
                "sh",
                "-c",
                SETTING_UP.formatted(WHERE_THE_VOLUME_IS, WHERE_THE_VOLUME_IS, isRoot() ? UNPRIVILEGED : "")));
        command.add("image");
        command.addAll(image.entrypoint());
        var all = new HashMap<>(settings);
        all.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        all.put("JAR", PackagedApplication.jar().toAbsolutePath().toString());
        all.put("VOLUME", volume);
        all.put(
                "JAVA_TOOL_OPTIONS",
                Objects.requireNonNullElse(System.getenv("JAVA_TOOL_OPTIONS"), "")
                        + " -Xmx1g"); // the image takes its share of the container's memory, here of the machine's
        var application = PackagedApplication.launched(command, Path.of(WHERE_THE_VOLUME_IS), all);
        application.awaitHealth();
        return application;
    }

    private static List<String> namespace() {
        return isRoot() ? List.of("unshare", "--mount") : List.of("unshare", "--user", "--map-root-user", "--mount");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException noUnix) {
            return false;
        }
    }
}
