package org.bihuan.engine;

import java.util.List;
import org.bihuan.shared.ForUpkeep;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables by the engine's own scripts, as the very first migration: the whole schema belongs to Flyway and its
 * account, the engine itself changes nothing.
 */
@Component
@ForUpkeep
class EngineTables implements JavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "decision.engine", "decision.history", "case.engine", "case.history");

    @Override
    public void migrate(Context migration) {
        for (var part : PARTS) {
            ScriptUtils.executeSqlScript(
                    migration.getConnection(),
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine 7.24.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null; // the scripts are the engine's, fixed by its version
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
