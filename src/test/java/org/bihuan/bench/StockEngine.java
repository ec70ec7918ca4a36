package org.bihuan.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Camunda as it comes, on a database of its own: three tasks one after the other, each with a timer that would remind. */
final class StockEngine implements AutoCloseable {
    private static final List<String> TASKS = List.of("accept", "rectify", "verify");
    private static final Date LATER =
            Date.from(Instant.parse("2030-01-01T00:00:00Z").truncatedTo(ChronoUnit.SECONDS));

    private final ProcessEngine engine;
    private final AtomicLong number = new AtomicLong();

    StockEngine(TestDatabase database) {
        engine = new StandaloneProcessEngineConfiguration()
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUrl(database.url())
                .setJdbcUsername(TestDatabase.OWNER)
                .setJdbcPassword(TestDatabase.PASSWORD)
                .setDatabaseSchemaUpdate("true")
                .setHistory("activity")
                .setProcessEngineName("stock")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        var model = Bpmn.createExecutableProcess("stock").startEvent();
        var last = model.userTask(TASKS.get(0));
        for (var task : TASKS.subList(1, TASKS.size())) {
            last = last.userTask(task);
        }
        var process = last.endEvent();
        for (var task : TASKS) {
            process.moveToActivity(task)
                    .boundaryEvent(task + "-reminder")
                    .cancelActivity(false)
                    .timerWithDate("${later}")
                    .endEvent();
        }
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("stock.bpmn", process.done())
                .deploy();
    }

    void lifecycle() {
        var key = "stock-" + number.incrementAndGet();
        var instance = engine.getRuntimeService().startProcessInstanceByKey("stock", key, Map.of("later", LATER));
        for (var task : TASKS) {
            var open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance.getId())
                    .taskDefinitionKey(task)
                    .singleResult();
            engine.getTaskService().complete(open.getId(), Map.of("decision", "ACCEPT", "measures", "已加装箱门并上锁"));
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
