package org.bihuan.hazard.adapter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.hazard.Grade;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.OpenHazards;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Organisation;
import org.bihuan.organisation.PersonId;
import org.bihuan.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All hazards, in table {@code hazard}. */
@Repository
class Hazards implements OpenHazards {
    private static final String INSERT = """
            insert into hazard (number, version, status, source, found_on, registered_at, registered_by, finding_unit,
                                self_registered, taken_over, external_number, wished_due_on, grade, category, region, industry, location,
                                description, criterion, enterprise, responsible_unit, responsible_user, supervising_unit,
                                requirement, due_on, original_due_on, approved_due_on, due_estimated, runs_out_on, round,
                                assigned, extensions, completed_on, closed_on, void_reason, survivor, log_seq, log_head,
                                search_text, bigrams)
            values (:number, 1, :status, :source, :foundOn, :registeredAt, :registeredBy, :findingUnit,
                    :selfRegistered, :takenOver, :externalNumber, :wishedDueOn, :grade, :category, :region, :industry, :location,
                    :description, :criterion, :enterprise, :responsibleUnit, :responsibleUser, :supervisingUnit,
                    :requirement, :dueOn, :originalDueOn, :approvedDueOn, :dueEstimated, :runsOutOn, :round,
                    :assigned, :extensions, :completedOn, :closedOn, :voidReason, :survivor, :logSeq, :logHead,
                    :searchText, :bigrams)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Organisation organisation;

    Hazards(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Organisation organisation) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.organisation = organisation;
    }

    /** Takes the next serials of year and grade; the counter row stays locked until the transaction ends, so there is no gap. */
    int lastSerialAfterTaking(int howMany, int year, Grade grade) {
        return jdbc.sql("""
                        insert into hazard_serial (year, grade, last) values (:year, :grade, :howMany)
                        on conflict (year, grade) do update set last = hazard_serial.last + :howMany
                        returning last
                        """)
                .param("year", year)
                .param("grade", grade.name())
                .param("howMany", howMany)
                .query(Integer.class)
                .single();
    }

    void add(List<Hazard> hazards) {
        batch.batchUpdate(
                INSERT,
                hazards.stream()
                        .map(hazard -> new MapSqlParameterSource(columns(hazard)))
                        .toArray(SqlParameterSource[]::new));
    }

    Optional<Hazard> find(HazardNumber number) {
        return jdbc.sql("select * from hazard where number = :number")
                .param("number", number.value())
                .query(HazardRow::read)
                .optional();
    }

    Optional<Hazard> lock(HazardNumber number) {
        return jdbc.sql("select * from hazard where number = :number for update")
                .param("number", number.value())
                .query(HazardRow::read)
                .optional();
    }

    List<Hazard> lockFree(List<HazardNumber> numbers) {
        return jdbc.sql("select * from hazard where number = any (:numbers) order by number for update skip locked")
                .param("numbers", numbers.stream().map(HazardNumber::value).toArray(String[]::new))
                .query(HazardRow::read)
                .list();
    }

    /** The rows stay where they are: there may be very many of them. */
    void lockOpen() {
        jdbc.sql("""
                        select count(*) from (
                            select number from hazard where status not in ('CLOSED', 'VOIDED', 'MERGED')
                            order by number for update) as held
                        """).query(Long.class).single();
    }

    void noLongerEstimated(List<HazardNumber> numbers) {
        jdbc.sql("update hazard set due_estimated = false, version = version + 1 where number = any (:numbers)")
                .param("numbers", numbers.stream().map(HazardNumber::value).toArray(String[]::new))
                .update();
    }

    @Override
    public List<Hazard> after(String number, int atMost) {
        return jdbc.sql("""
                        select * from hazard
                        where status in ('REGISTERED', 'ASSIGNED', 'RECTIFYING', 'SUBMITTED') and number > :number
                        order by number limit :atMost
                        """)
                .param("number", number)
                .param("atMost", atMost)
                .query(HazardRow::read)
                .list();
    }

    List<Hazard> all(Collection<HazardNumber> numbers) {
        return jdbc.sql("select * from hazard where number in (:numbers)")
                .param("numbers", numbers.stream().map(HazardNumber::value).toList())
                .query(HazardRow::read)
                .list();
    }

    Set<HazardNumber> known(Collection<HazardNumber> numbers) {
        return jdbc
                .sql("select number from hazard where number in (:numbers)")
                .param("numbers", numbers.stream().map(HazardNumber::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(HazardNumber::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Hazard> foundAround(Collection<String> parties, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select * from hazard
                        where coalesce(enterprise, responsible_unit) = any (:parties)
                          and found_on between :from and :to and status not in ('VOIDED', 'MERGED')
                        order by number
                        """)
                .param("parties", parties.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .query(HazardRow::read)
                .list();
    }

    /** Whether the row still had that version; origin and number never change. */
    boolean update(Hazard hazard) {
        return jdbc.sql("""
                                update hazard
                                set version = version + 1, status = :status, grade = :grade, category = :category,
                                    region = :region, industry = :industry, location = :location,
                                    description = :description, criterion = :criterion, enterprise = :enterprise,
                                    responsible_unit = :responsibleUnit, responsible_user = :responsibleUser,
                                    supervising_unit = :supervisingUnit, requirement = :requirement, due_on = :dueOn,
                                    original_due_on = :originalDueOn, approved_due_on = :approvedDueOn,
                                    due_estimated = :dueEstimated, runs_out_on = :runsOutOn, round = :round,
                                    assigned = :assigned, extensions = :extensions, completed_on = :completedOn,
                                    closed_on = :closedOn, void_reason = :voidReason, survivor = :survivor,
                                    log_seq = :logSeq, log_head = :logHead, search_text = :searchText, bigrams = :bigrams
                                where number = :number and version = :version
                                """).params(columns(hazard)).update() == 1;
    }

    /** @return how many of them were still as their version says */
    int moveLogHeads(List<Hazard> hazards) {
        if (hazards.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update hazard h set version = h.version + 1, log_seq = n.log_seq, log_head = n.log_head
                        from unnest(cast(:numbers as text[]), cast(:versions as int[]), cast(:seqs as int[]), cast(:heads as text[]))
                            as n (number, version, log_seq, log_head)
                        where h.number = n.number and h.version = n.version
                        """)
                .param("numbers", texts(hazards, hazard -> hazard.number().value()))
                .param("versions", hazards.stream().map(Hazard::version).toArray(Integer[]::new))
                .param(
                        "seqs",
                        hazards.stream().map(hazard -> hazard.log().seq()).toArray(Integer[]::new))
                .param("heads", texts(hazards, hazard -> hazard.log().hash()))
                .update();
    }

    void letRead(Map<HazardNumber, ? extends Collection<PersonId>> readers) {
        var pairs = readers.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(person -> Map.entry(entry.getKey(), person)))
                .toList();
        if (pairs.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into case_reader (hazard, person)
                        select * from unnest(cast(:hazards as text[]), cast(:people as text[]))
                        on conflict do nothing
                        """)
                .param("hazards", texts(pairs, pair -> pair.getKey().value()))
                .param("people", texts(pairs, pair -> pair.getValue().value()))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private Map<String, @Nullable Object> columns(Hazard hazard) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("number", hazard.number().value());
        columns.put("version", hazard.version());
        columns.put("status", hazard.status().name());
        var origin = hazard.origin();
        columns.put("source", origin.source().name());
        columns.put("foundOn", origin.foundOn());
        columns.put("registeredAt", origin.registeredAt().atOffset(ZoneOffset.UTC));
        columns.put("registeredBy", origin.registeredBy().value());
        columns.put("findingUnit", text(origin.findingUnit()));
        columns.put("selfRegistered", origin.selfRegistered());
        columns.put("takenOver", origin.takenOver());
        columns.put("externalNumber", origin.externalNumber());
        columns.put("wishedDueOn", origin.wishedDueOn());
        var finding = hazard.finding();
        columns.put("grade", finding.grade().name());
        columns.put("category", finding.category().name());
        columns.put("region", finding.region());
        columns.put("industry", finding.industry());
        columns.put("location", finding.location());
        columns.put("description", finding.description());
        columns.put("criterion", finding.criterion());
        var responsibility = hazard.responsibility();
        columns.put("enterprise", text(responsibility.enterprise()));
        columns.put("responsibleUnit", text(responsibility.responsibleUnit()));
        columns.put("responsibleUser", text(responsibility.responsibleUser()));
        columns.put("supervisingUnit", text(responsibility.supervisingUnit()));
        columns.put("requirement", responsibility.requirement());
        var dates = hazard.dueDates();
        columns.put("dueOn", dates.dueOn());
        columns.put("originalDueOn", dates.originalDueOn());
        columns.put("approvedDueOn", dates.approvedDueOn());
        columns.put("dueEstimated", dates.estimated());
        columns.put("runsOutOn", dates.runsOutOn());
        columns.put("round", hazard.round());
        columns.put("assigned", hazard.assigned());
        columns.put("extensions", hazard.extensions());
        var ending = hazard.ending();
        columns.put("completedOn", ending.completedOn());
        columns.put("closedOn", ending.closedOn());
        columns.put("voidReason", text(ending.reason()));
        columns.put("survivor", text(ending.survivor()));
        columns.put("logSeq", hazard.log().seq());
        columns.put("logHead", hazard.log().hash());
        var searchText = searchText(hazard);
        columns.put("searchText", searchText);
        columns.put("bigrams", SearchText.bigrams(searchText).toArray(String[]::new));
        return columns;
    }

    /** Number, names and places a person would type, folded; parts kept apart so that no pair spans two of them. */
    private String searchText(Hazard hazard) {
        var enterprise = hazard.responsibility().enterprise();
        var unit = hazard.responsibility().responsibleUnit();
        return Stream.of(
                        Optional.of(hazard.number().value()),
                        Optional.ofNullable(hazard.origin().externalNumber()),
                        Optional.ofNullable(enterprise).map(this::names),
                        Optional.ofNullable(unit).flatMap(organisation::unit).map(Unit::name),
                        Optional.of(hazard.finding().location()),
                        Optional.of(hazard.finding().description()))
                .flatMap(Optional::stream)
                .map(SearchText::fold)
                .collect(Collectors.joining("\u0001"));
    }

    private String names(CreditCode enterprise) {
        return organisation.enterprise(enterprise).map(Enterprise::name).orElse("") + "\u0001" + enterprise.value();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
