package org.bihuan.decisions;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A table as somebody edits it in a modeller. Rows and columns count from 1. */
final class EditedTable {
    private final DmnModelInstance model;
    private int fresh;

    private EditedTable(DmnModelInstance model) {
        this.model = model;
    }

    static EditedTable of(byte[] file) {
        return new EditedTable(Dmn.readModelFromStream(new ByteArrayInputStream(file)));
    }

    EditedTable input(int row, int column, String text) {
        List.copyOf(rule(row).getInputEntries()).get(column - 1).getText().setTextContent(text);
        return this;
    }

    EditedTable output(int row, int column, String text) {
        List.copyOf(rule(row).getOutputEntries()).get(column - 1).getText().setTextContent(text);
        return this;
    }

    EditedTable source(int row, String text) {
        if (rule(row).getDescription() == null) {
            rule(row).setDescription(model.newInstance(Description.class));
        }
        rule(row).getDescription().setTextContent(text);
        return this;
    }

    EditedTable remove(int row) {
        table().getRules().remove(rule(row));
        return this;
    }

    /** A new last row like another one. */
    EditedTable repeat(int row) {
        var copy = model.newInstance(Rule.class);
        copy.setDescription(model.newInstance(Description.class));
        copy.getDescription().setTextContent(rule(row).getDescription().getTextContent());
        for (var cell : rule(row).getInputEntries()) {
            var entry = model.newInstance(InputEntry.class, "fresh_" + fresh++);
            entry.setText(text(cell.getText().getTextContent()));
            copy.getInputEntries().add(entry);
        }
        for (var cell : rule(row).getOutputEntries()) {
            var entry = model.newInstance(OutputEntry.class, "fresh_" + fresh++);
            entry.setText(text(cell.getText().getTextContent()));
            copy.getOutputEntries().add(entry);
        }
        table().getRules().add(copy);
        return this;
    }

    EditedTable hitPolicy(HitPolicy policy) {
        table().setHitPolicy(policy);
        return this;
    }

    EditedTable key(String key) {
        model.getModelElementsByType(Decision.class).iterator().next().setId(key);
        return this;
    }

    int rows() {
        return table().getRules().size();
    }

    byte[] file() {
        return Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }

    private Text text(String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private DecisionTable table() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private Rule rule(int row) {
        return List.copyOf(table().getRules()).get(row - 1);
    }
}
