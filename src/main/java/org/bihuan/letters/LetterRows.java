package org.bihuan.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.deadline.Supervision.Outcome;
import org.bihuan.hazard.HazardNumber;
import org.bihuan.letters.Letter.Line;
import org.bihuan.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All letters and the cases they are about. Whoever takes several letters takes them in one order, behind their cases. */
@Repository
class LetterRows {
    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter that a rung asks for.
     *
     * @param party {@code ent:<credit code>} or {@code unit:<code>}
     * @param shared whether it may stand in one letter with the party's other cases of the day
     */
    record Wanted(HazardNumber hazard, int term, String step, LetterKind kind, String party, boolean shared) {}

    /** Once a rung and kind, whoever asks again; cases join the draft of their party's day while it is one. */
    void draft(List<Wanted> wanted, LocalDate on, Instant at) {
        jdbc.sql("""
                        with asked as (
                            select a.*, case when shared then '' else hazard end as own
                            from unnest(cast(:hazards as text[]), cast(:terms as int[]), cast(:steps as text[]),
                                        cast(:kinds as text[]), cast(:parties as text[]), cast(:shared as boolean[]))
                                 as a (hazard, term, step, kind, party, shared)
                            where not exists (
                                select from letter_line l
                                where (l.hazard, l.term, l.step, l.kind) = (a.hazard, a.term, a.step, a.kind))),
                        drafted as (
                            insert into letter (kind, party, hazard, drafted_on, drafted_at)
                            select kind, party, nullif(own, ''), :on, :at from (select distinct kind, party, own from asked) one
                            order by kind, party, own
                            on conflict (kind, party, coalesce(hazard, ''), drafted_on) where state = 'DRAFT'
                                do update set drafted_at = letter.drafted_at
                            returning id, kind, party, coalesce(hazard, '') as own)
                        insert into letter_line (letter, hazard, term, step, kind)
                        select d.id, a.hazard, a.term, a.step, a.kind from asked a join drafted d using (kind, party, own)
                        """)
                .param("hazards", texts(wanted, one -> one.hazard().value()))
                .param("terms", wanted.stream().map(Wanted::term).toArray(Integer[]::new))
                .param("steps", texts(wanted, Wanted::step))
                .param("kinds", texts(wanted, one -> one.kind().name()))
                .param("parties", texts(wanted, Wanted::party))
                .param("shared", wanted.stream().map(Wanted::shared).toArray(Boolean[]::new))
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locks the drafts in which the case stands; nobody adds to them or takes from them until the transaction ends. */
    List<UUID> holdDraftsOf(HazardNumber hazard) {
        return jdbc.sql("""
                        select id from letter
                        where state = 'DRAFT' and id in (select letter from letter_line where hazard = :hazard and superseded_on is null)
                        order by kind, party, coalesce(hazard, '') for update
                        """).param("hazard", hazard.value()).query(UUID.class).list();
    }

    /** Takes the case out of these drafts; a draft that is about nothing else any more ends. */
    void supersede(HazardNumber hazard, List<UUID> held, Outcome how, LocalDate on) {
        jdbc.sql("""
                        with gone as (
                            update letter_line set superseded_on = :on, superseded_by = :how
                            where letter in (:held) and hazard = :hazard and superseded_on is null)
                        update letter set state = 'SUPERSEDED', ended_on = :on
                        where id in (:held) and not exists (
                            select from letter_line other
                            where other.letter = letter.id and other.hazard <> :hazard and other.superseded_on is null)
                        """)
                .param("on", on)
                .param("how", how.name())
                .param("held", held)
                .param("hazard", hazard.value())
                .update();
    }

    /** All of a case, the newest first. */
    List<Letter> of(HazardNumber hazard) {
        return letters("l.id in (select letter from letter_line where hazard = :hazard)", "hazard", hazard.value());
    }

    Optional<Letter> find(UUID id) {
        return letters("l.id = :id", "id", id).stream().findFirst();
    }

    /** Locked until the transaction ends, and read as it then stands. */
    Letter hold(UUID id) {
        jdbc.sql("select id from letter where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
        return find(id).orElseThrow();
    }

    void discard(UUID id, String reason, PersonId by, LocalDate on) {
        jdbc.sql("""
                        update letter set state = 'DISCARDED', ended_on = :on, reason = :reason, ended_by = :by where id = :id
                        """)
                .param("on", on)
                .param("reason", reason)
                .param("by", by.value())
                .param("id", id)
                .update();
    }

    /**
     * A draft that waits for somebody to read it.
     *
     * @param hazard one of its {@code cases}, the first by number
     */
    record Waiting(UUID id, LetterKind kind, String party, LocalDate draftedOn, HazardNumber hazard, int cases) {}

    /** The newest first, those of a day by kind. */
    List<Waiting> drafts(@Nullable LetterKind kind, int offset, int atMost) {
        return jdbc.sql("""
                        with shown as materialized (
                            select id, kind, party, drafted_on, drafted_at from letter
                            where state = 'DRAFT' and (cast(:kind as text) is null or kind = :kind)
                            order by drafted_on desc, kind, drafted_at desc, id offset :offset limit :atMost)
                        select shown.*, min(x.hazard) as first_hazard, count(distinct x.hazard) as cases
                        from shown join letter_line x on x.letter = shown.id and x.superseded_on is null
                        group by shown.id, shown.kind, shown.party, shown.drafted_on, shown.drafted_at
                        order by drafted_on desc, kind, drafted_at desc, id
                        """)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("offset", offset)
                .param("atMost", atMost)
                .query((row, index) -> new Waiting(
                        row.getObject("id", UUID.class),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("party"),
                        row.getObject("drafted_on", LocalDate.class),
                        HazardNumber.of(row.getString("first_hazard")),
                        row.getInt("cases")))
                .list();
    }

    Map<LetterKind, Integer> draftsByKind() {
        var counts = new EnumMap<LetterKind, Integer>(LetterKind.class);
        jdbc.sql("select kind, count(*) as drafts from letter where state = 'DRAFT' group by kind")
                .query(row -> {
                    counts.put(LetterKind.valueOf(row.getString("kind")), row.getInt("drafts"));
                });
        return counts;
    }

    int howManyDrafts() {
        return jdbc.sql("select count(*) from letter where state = 'DRAFT'")
                .query(Integer.class)
                .single();
    }

    private List<Letter> letters(String condition, String name, Object value) {
        return jdbc.sql("select l.*, x.hazard as line_hazard, x.step, x.superseded_on, x.superseded_by"
                        + " from letter l join letter_line x on x.letter = l.id where " + condition
                        + " order by l.drafted_at desc, l.kind, l.id, x.hazard, x.term")
                .param(name, value)
                .query((ResultSetExtractor<List<Letter>>) LetterRows::read);
    }

    private static List<Letter> read(ResultSet rows) throws SQLException {
        var letters = new LinkedHashMap<UUID, Letter>();
        while (rows.next()) {
            var id = rows.getObject("id", UUID.class);
            var letter = letters.get(id);
            if (letter == null) {
                letter = letter(id, rows);
                letters.put(id, letter);
            }
            letter.lines().add(line(rows));
        }
        return List.copyOf(letters.values());
    }

    private static Letter letter(UUID id, ResultSet row) throws SQLException {
        var endedBy = row.getString("ended_by");
        return new Letter(
                id,
                LetterKind.valueOf(row.getString("kind")),
                LetterState.valueOf(row.getString("state")),
                row.getObject("drafted_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("reason"),
                endedBy == null ? null : PersonId.of(endedBy),
                new ArrayList<>());
    }

    private static Line line(ResultSet row) throws SQLException {
        var how = row.getString("superseded_by");
        return new Line(
                HazardNumber.of(row.getString("line_hazard")),
                row.getString("step"),
                row.getObject("superseded_on", LocalDate.class),
                how == null ? null : Outcome.valueOf(how));
    }

    private static String[] texts(List<Wanted> wanted, Function<Wanted, String> text) {
        return wanted.stream().map(text).toArray(String[]::new);
    }
}
