package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts our parts into the engine before it is built; the engine waits for the migrations because this does. */
@Component
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;
    private final EveryProcess everyProcess;
    private final OwnHand ownHand;

    EngineSetup(ApplicationContext context, EveryProcess everyProcess, OwnHand ownHand) {
        this.context = context;
        this.everyProcess = everyProcess;
        this.ownHand = ownHand;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new ConflictRetry()));
        engine.setIdentityProviderSessionFactory(MirroredIdentities.by(ownHand));
        engine.setResourceAuthorizationProvider(new NarrowRights());
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(everyProcess);
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
