package org.bihuan.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several nodes that do the same at the same moment: they meet at a latch. */
final class Together {
    private Together() {}

    /** What each of them got. */
    static List<Integer> times(int nodes, Callable<Integer> work) throws Exception {
        var latch = new CountDownLatch(nodes);
        var threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Integer>> started = new ArrayList<>();
            for (var node = 0; node < nodes; node++) {
                started.add(threads.submit(() -> {
                    latch.countDown();
                    latch.await();
                    return work.call();
                }));
            }
            List<Integer> results = new ArrayList<>();
            for (var each : started) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
