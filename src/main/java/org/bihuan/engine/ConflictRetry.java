package org.bihuan.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a person's step again when a timer of the same case was faster: closing a case against its firing timer fails more
 * often than not, and Tasklist calls the engine directly. Steps inside a caller's transaction are the caller's to repeat, jobs
 * have the engine's own retries.
 */
class ConflictRetry extends CommandInterceptor {
    private static final int TRIES = 4;
    private static final long FIRST_PAUSE_MILLIS = 20;

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null
                || TransactionSynchronizationManager.isActualTransactionActive()
                || isJobWork(command)) {
            return next.execute(command);
        }
        for (int failed = 0; ; failed++) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException failure) {
                if (failed + 1 == TRIES || !Causes.lostRace(failure)) {
                    throw failure;
                }
                pause(FIRST_PAUSE_MILLIS << failed);
            }
        }
    }

    private static boolean isJobWork(Command<?> command) {
        return command instanceof ExecuteJobsCmd || command instanceof AcquireJobsCmd;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
