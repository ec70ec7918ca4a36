package org.bihuan.organisation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People with their roles. */
@Repository
class People {
    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id. */
    List<Person> all() {
        var roles = Part.grouped(jdbc.sql("select person as whole, role as part from person_role"));
        return jdbc.sql("select id, name, email, unit, enterprise, active from person order by id")
                .query((row, n) -> new Person(
                        PersonId.of(row.getString("id")),
                        row.getString("name"),
                        row.getString("email"),
                        Optional.ofNullable(row.getString("unit"))
                                .map(UnitCode::of)
                                .orElse(null),
                        Optional.ofNullable(row.getString("enterprise"))
                                .map(CreditCode::of)
                                .orElse(null),
                        roles(roles.of(row.getString("id"))),
                        row.getBoolean("active")))
                .list();
    }

    /** Each of the people holds exactly the roles given afterwards. */
    void takeIn(List<Person> people) {
        jdbc.sql("""
                        insert into person (id, name, email, unit, enterprise, active)
                        select id, name, email, unit, enterprise, cast(active as boolean)
                        from unnest(cast(:ids as text[]), cast(:names as text[]), cast(:emails as text[]), cast(:units as text[]),
                                cast(:enterprises as text[]), cast(:active as text[]))
                            as given (id, name, email, unit, enterprise, active)
                        on conflict on constraint pk_person do update
                            set name = excluded.name, email = excluded.email, unit = excluded.unit,
                                enterprise = excluded.enterprise, active = excluded.active
                        where (person.*) is distinct from (excluded.*)
                        """)
                .param("ids", Columns.texts(people, Person::id))
                .param("names", Columns.texts(people, Person::name))
                .param("emails", Columns.texts(people, Person::email))
                .param("units", Columns.texts(people, Person::unit))
                .param("enterprises", Columns.texts(people, Person::enterprise))
                .param("active", Columns.texts(people, Person::active))
                .update();
        var roles = Part.of(people, Person::id, Person::roles);
        jdbc.sql("""
                        delete from person_role
                        where person = any (cast(:ids as text[])) and not exists (
                            select from unnest(cast(:people as text[]), cast(:roles as text[])) as kept (person, role)
                            where kept.person = person_role.person and kept.role = person_role.role)
                        """)
                .param("ids", Columns.texts(people, Person::id))
                .param("people", Columns.texts(roles, Part::whole))
                .param("roles", Columns.texts(roles, Part::part))
                .update();
        jdbc.sql("""
                        insert into person_role (person, role)
                        select * from unnest(cast(:people as text[]), cast(:roles as text[]))
                        on conflict on constraint pk_person_role do nothing
                        """)
                .param("people", Columns.texts(roles, Part::whole))
                .param("roles", Columns.texts(roles, Part::part))
                .update();
    }

    private static Set<Role> roles(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name)));
        return Collections.unmodifiableSet(roles);
    }
}
