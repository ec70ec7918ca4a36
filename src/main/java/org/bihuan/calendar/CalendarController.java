package org.bihuan.calendar;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar's calls. Parameters come as texts, so that each can be refused by its name. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "calendar")
class CalendarController {
    private final CalendarQuestions questions;
    private final CountyTime time;

    CalendarController(CalendarQuestions questions, CountyTime time) {
        this.questions = questions;
        this.time = time;
    }

    @GetMapping("/working-days")
    @Operation(summary = "The day so many working days after a day or, below zero, before it")
    @Parameter(name = "from", in = QUERY, required = true, schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "plus",
            in = QUERY,
            required = true,
            description = "-400 to 400, not 0",
            schema = @Schema(type = "integer"))
    DueDay workingDays(@Parameter(hidden = true) @RequestParam Map<String, String> given) {
        return questions.workingDays(new Fields(given, time.zone()));
    }

    @GetMapping("/due")
    @Operation(summary = "The last day of a term")
    @Parameter(name = "from", in = QUERY, required = true, schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "days",
            in = QUERY,
            required = true,
            description = "CALENDAR: 0 to 1000, WORKING: 1 to 400",
            schema = @Schema(type = "integer"))
    @Parameter(
            name = "kind",
            in = QUERY,
            required = true,
            schema = @Schema(implementation = CalendarQuestions.DayKind.class))
    @Parameter(
            name = "rollOver",
            in = QUERY,
            description = "whether calendar days that end on a day off end on the next working day instead",
            schema = @Schema(type = "boolean", defaultValue = "true"))
    DueDay due(@Parameter(hidden = true) @RequestParam Map<String, String> given) {
        return questions.due(new Fields(given, time.zone()));
    }
}
