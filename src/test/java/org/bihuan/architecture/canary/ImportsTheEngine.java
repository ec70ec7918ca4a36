package org.bihuan.architecture.canary;

import org.camunda.bpm.engine.RuntimeService;

/** Offends: knows the engine outside its two places. */
public class ImportsTheEngine {
    void start(RuntimeService service) {
        service.startProcessInstanceByKey("any");
    }
}
