package org.bihuan.hazard.adapter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.hazard.Hazard;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.hazard.LedgerLine;
import org.bihuan.hazard.LedgerPage;
import org.bihuan.hazard.LedgerQuery;
import org.bihuan.hazard.LedgerReader;
import org.bihuan.hazard.Particulars;
import org.bihuan.hazard.WrittenEntry;
import org.bihuan.organisation.Person;
import org.bihuan.organisation.Role;
import org.bihuan.organisation.StandIns;
import org.bihuan.organisation.UnitCode;
import org.bihuan.shared.NotVisible;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as its readers see it. */
@Service
class PostgresLedgerReader implements LedgerReader {
    private static final int COUNT_AT_MOST = 10_000;
    private static final int ROWS_PER_FETCH = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate cursor;
    private final CaseScope scope;
    private final CaseLog log;
    private final StandIns standIns;

    PostgresLedgerReader(JdbcClient jdbc, DataSource database, CaseScope scope, CaseLog log, StandIns standIns) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.log = log;
        this.standIns = standIns;
        var inPortions = new JdbcTemplate(database);
        inPortions.setFetchSize(ROWS_PER_FETCH);
        this.cursor = new NamedParameterJdbcTemplate(inPortions);
    }

    @Override
    public Hazard get(HazardNumber number, Person reader) {
        var mine = scope.of(reader);
        return jdbc.sql("select * from hazard h where h.number = :number and " + mine.sql())
                .param("number", number.value())
                .params(mine.params())
                .query(HazardRow::read)
                .optional()
                .orElseThrow(() -> new NotVisible(number.value()));
    }

    @Override
    public boolean maySee(HazardNumber number, Person reader) {
        var mine = scope.of(reader);
        return jdbc.sql("select exists (select from hazard h where h.number = :number and " + mine.sql() + ")")
                .param("number", number.value())
                .params(mine.params())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Hazard> visible(Collection<HazardNumber> numbers, Person reader) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var mine = scope.of(reader);
        return jdbc.sql("select * from hazard h where h.number in (:numbers) and " + mine.sql() + " order by h.number")
                .param("numbers", numbers.stream().map(HazardNumber::value).toList())
                .params(mine.params())
                .query(HazardRow::read)
                .list();
    }

    @Override
    public boolean worksOn(Hazard hazard, Person person) {
        var responsibility = hazard.responsibility();
        return person.is(Role.COMMITTEE_OFFICE)
                || (person.enterprise() != null && person.enterprise().equals(responsibility.enterprise()))
                || officerOf(person, responsibility.supervisingUnit())
                || officerOf(person, responsibility.responsibleUnit())
                || officerOf(person, hazard.origin().findingUnit())
                || standIns.actingAs(person.id()).contains(hazard.origin().registeredBy());
    }

    private static boolean officerOf(Person person, @Nullable UnitCode unit) {
        return unit != null && person.isOfficerOf(unit);
    }

    @Override
    public LedgerPage search(LedgerQuery query, Person reader) {
        var wanted = new LedgerCondition(query, scope.of(reader));
        var items = jdbc.sql(
                        "select h.* from hazard h where " + wanted.pageSql() + wanted.orderSql() + " limit :oneMore")
                .params(wanted.params())
                .param("oneMore", query.limit() + 1)
                .query(HazardRow::read)
                .list();
        var counted = jdbc.sql(
                        "select count(*) from (select from hazard h where " + wanted.sql() + " limit :atMost) counted")
                .params(wanted.params())
                .param("atMost", COUNT_AT_MOST + 1)
                .query(Long.class)
                .single();
        var page = items.size() > query.limit() ? items.subList(0, query.limit()) : items;
        var next =
                items.size() > query.limit() ? LedgerCondition.placeOf(page.get(page.size() - 1), query.sort()) : null;
        return new LedgerPage(List.copyOf(page), next, Math.min(counted, COUNT_AT_MOST), counted > COUNT_AT_MOST);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Stream<LedgerLine> stream(LedgerQuery query, Person reader) {
        var wanted = new LedgerCondition(query, scope.of(reader));
        return cursor.queryForStream(
                "select h.*, p.* from hazard h left join hazard_particulars p on p.hazard = h.number where "
                        + wanted.sql() + wanted.orderSql(),
                wanted.params(),
                (row, index) -> new LedgerLine(HazardRow.read(row, index), ParticularsOfHazards.read(row)));
    }

    @Override
    public List<WrittenEntry> entries(HazardNumber number) {
        return log.of(number);
    }

    @Override
    public Optional<WrittenEntry> firstForged(HazardNumber number) {
        return log.firstForged(number);
    }

    @Override
    public Particulars particulars(HazardNumber number) {
        return jdbc.sql("select * from hazard_particulars where hazard = :number")
                .param("number", number.value())
                .query((row, index) -> ParticularsOfHazards.read(row))
                .optional()
                .orElse(Particulars.NONE);
    }

    @Override
    public Map<HazardNumber, HazardNumber> recurrences(Collection<HazardNumber> numbers, Person reader) {
        var found = new HashMap<HazardNumber, HazardNumber>();
        if (numbers.isEmpty()) {
            return found;
        }
        var mine = scope.of(reader);
        jdbc.sql("""
                        select l.hazard, h.number as earlier
                        from case_log l join hazard h on h.number = l.data::jsonb ->> 'earlier'
                        where l.hazard in (:numbers) and l.kind = 'RECURRENCE_FOUND' and""" + " " + mine.sql())
                .param("numbers", numbers.stream().map(HazardNumber::value).toList())
                .params(mine.params())
                .query(row -> {
                    found.put(HazardNumber.of(row.getString("hazard")), HazardNumber.of(row.getString("earlier")));
                });
        return found;
    }
}
