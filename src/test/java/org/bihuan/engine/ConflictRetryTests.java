package org.bihuan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ConflictRetryTests {
    private final Losing engine = new Losing();
    private final ConflictRetry retry = new ConflictRetry();

    ConflictRetryTests() {
        retry.setNext(engine);
    }

    @Test
    void aLostRaceIsRunAgain() {
        engine.losesBefore(3, new OptimisticLockingException("ENGINE-03005"));

        assertThat(retry.<String>execute(context -> "done")).isEqualTo("done");
        assertThat(engine.tries).isEqualTo(4);
    }

    @Test
    void soIsADeadlockAndAForeignKeyThatHasJustGone() {
        for (var state : new String[] {"40P01", "23503", "40001"}) {
            engine.losesBefore(1, new ProcessEngineException("flush", new SQLException("lost", state)));

            assertThat(retry.<String>execute(context -> "done")).isEqualTo("done");
        }
    }

    @Test
    void itGivesUpInTheEnd() {
        engine.losesBefore(99, new OptimisticLockingException("ENGINE-03005"));

        assertThatThrownBy(() -> retry.execute(context -> "done")).isInstanceOf(OptimisticLockingException.class);
        assertThat(engine.tries).isEqualTo(4);
    }

    @Test
    void anyOtherFailureIsFinal() {
        engine.losesBefore(1, new ProcessEngineException("broken", new SQLException("unique", "23505")));

        assertThatThrownBy(() -> retry.execute(context -> "done")).hasMessage("broken");
        assertThat(engine.tries).isOne();
    }

    @Test
    void inACallersTransactionTheCallerRepeats() {
        engine.losesBefore(1, new OptimisticLockingException("ENGINE-03005"));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> retry.execute(context -> "done")).isInstanceOf(OptimisticLockingException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(engine.tries).isOne();
    }

    @Test
    void jobsHaveTheEnginesOwnRetries() {
        engine.losesBefore(1, new OptimisticLockingException("ENGINE-03005"));

        assertThatThrownBy(() -> retry.execute(new ExecuteJobsCmd("1", null)))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(engine.tries).isOne();
    }

    private static final class Losing extends CommandInterceptor {
        private int lossesLeft;
        private RuntimeException loss = new IllegalStateException();
        private int tries;

        void losesBefore(int losses, RuntimeException loss) {
            this.lossesLeft = losses;
            this.loss = loss;
            this.tries = 0;
        }

        @Override
        @SuppressWarnings("NullAway") // no engine behind it, so no context either
        public <T> T execute(Command<T> command) {
            tries++;
            if (lossesLeft-- > 0) {
                throw loss;
            }
            return command.execute(null);
        }
    }
}
