package org.bihuan.masterdata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.bihuan.organisation.CurrentPerson;
import org.bihuan.organisation.Person;
import org.bihuan.shared.CountyTime;
import org.bihuan.shared.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody leaves, moves, or comes back. */
@RestController
@RequestMapping("/api/v1/users/{id}")
@Tag(name = "master-data")
class DepartureApi {
    private final Departures departures;
    private final UserTable users;
    private final CurrentPerson current;
    private final CountyTime time;

    DepartureApi(Departures departures, UserTable users, CurrentPerson current, CountyTime time) {
        this.departures = departures;
        this.users = users;
        this.current = current;
        this.time = time;
    }

    /** How much there is, by kind; {@code withoutOthers} stands in the way. */
    record PreviewView(
            int responsible,
            Map<String, Integer> tasks,
            Map<String, Integer> withoutOthers,
            int substitutions,
            List<String> successors) {}

    @GetMapping("/departure")
    @Operation(summary = "What lies open with the person: numbers, nothing of the cases")
    PreviewView preview(@PathVariable String id) {
        var preview = departures.preview(id, current.get());
        return new PreviewView(
                preview.open().responsible(),
                preview.open().tasks(),
                preview.open().withoutOthers(),
                preview.substitutions(),
                preview.successors().stream()
                        .map(Person::id)
                        .map(Object::toString)
                        .toList());
    }

    @PostMapping("/departure")
    @Operation(
            summary =
                    "Passes the work on to successor (null: to whom it is offered) and closes the account; with unitOrEnterprise and roles it moves instead")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void perform(@PathVariable String id, @RequestBody Map<String, @Nullable Object> body) {
        departures.preview(id, current.get()); // whether there is anybody comes before what is said
        var fields = new Fields(body, time.zone());
        var wish = wish(body, fields, users);
        fields.check();
        departures.perform(id, wish, current.get());
    }

    @PostMapping("/return")
    @Operation(summary = "Opens a closed account again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id) {
        departures.takeBack(id, current.get());
    }

    /** Whoever says anything about a new place, be it nothing, does not mean that the person leaves for good. */
    static Departures.Wish wish(Map<String, ? extends @Nullable Object> body, Fields fields, UserTable users) {
        var row = Names.row(body, users.columns(), fields);
        return new Departures.Wish(
                fields.text("successor", 64).orElse(null),
                row.has("unit_or_enterprise") || row.has("roles") ? row : null);
    }
}
