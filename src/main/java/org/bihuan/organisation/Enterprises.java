package org.bihuan.organisation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enterprises with the names they once had. */
@Repository
class Enterprises {
    private final JdbcClient jdbc;

    Enterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<Enterprise> all() {
        var formerNames = Part.grouped(
                jdbc.sql("select enterprise as whole, name as part from enterprise_former_name order by name"));
        return jdbc.sql("""
                        select credit_code, name, region, industry, risk_grade, address, employees, principal, safety_officer, mailbox
                        from enterprise order by name, credit_code
                        """)
                .query((row, n) -> new Enterprise(
                        CreditCode.of(row.getString("credit_code")),
                        row.getString("name"),
                        formerNames.of(row.getString("credit_code")),
                        row.getString("region"),
                        row.getString("industry"),
                        row.getString("risk_grade"),
                        row.getString("address"),
                        row.getInt("employees"),
                        person(row.getString("principal")),
                        person(row.getString("safety_officer")),
                        row.getString("mailbox")))
                .list();
    }

    /** A name that changes stays as a former one; former names are never taken away. */
    void takeIn(List<Enterprise> enterprises) {
        keepNamesThatChange(enterprises);
        jdbc.sql("""
                        insert into enterprise
                            (credit_code, name, region, industry, risk_grade, address, employees, principal, safety_officer, mailbox)
                        select code, name, region, industry, risk_grade, address, cast(employees as integer), principal, safety_officer, mailbox
                        from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:regions as text[]), cast(:industries as text[]),
                                cast(:riskGrades as text[]), cast(:addresses as text[]), cast(:employees as text[]),
                                cast(:principals as text[]), cast(:safetyOfficers as text[]), cast(:mailboxes as text[]))
                            as given (code, name, region, industry, risk_grade, address, employees, principal, safety_officer, mailbox)
                        on conflict on constraint pk_enterprise do update
                            set name = excluded.name, region = excluded.region, industry = excluded.industry,
                                risk_grade = excluded.risk_grade, address = excluded.address, employees = excluded.employees,
                                principal = excluded.principal, safety_officer = excluded.safety_officer, mailbox = excluded.mailbox
                        where (enterprise.*) is distinct from (excluded.*)
                        """)
                .param("codes", Columns.texts(enterprises, Enterprise::code))
                .param("names", Columns.texts(enterprises, Enterprise::name))
                .param("regions", Columns.texts(enterprises, Enterprise::region))
                .param("industries", Columns.texts(enterprises, Enterprise::industry))
                .param("riskGrades", Columns.texts(enterprises, Enterprise::riskGrade))
                .param("addresses", Columns.texts(enterprises, Enterprise::address))
                .param("employees", Columns.texts(enterprises, Enterprise::employees))
                .param("principals", Columns.texts(enterprises, Enterprise::principal))
                .param("safetyOfficers", Columns.texts(enterprises, Enterprise::safetyOfficer))
                .param("mailboxes", Columns.texts(enterprises, Enterprise::mailbox))
                .update();
        var formerNames = Part.of(enterprises, Enterprise::code, Enterprise::formerNames);
        jdbc.sql("""
                        insert into enterprise_former_name (enterprise, name)
                        select * from unnest(cast(:codes as text[]), cast(:names as text[]))
                        on conflict on constraint pk_enterprise_former_name do nothing
                        """)
                .param("codes", Columns.texts(formerNames, Part::whole))
                .param("names", Columns.texts(formerNames, Part::part))
                .update();
    }

    private void keepNamesThatChange(List<Enterprise> enterprises) {
        jdbc.sql("""
                        insert into enterprise_former_name (enterprise, name)
                        select present.credit_code, present.name
                        from enterprise present
                            join unnest(cast(:codes as text[]), cast(:names as text[])) as given (code, name) on given.code = present.credit_code
                        where given.name <> present.name
                        on conflict on constraint pk_enterprise_former_name do nothing
                        """)
                .param("codes", Columns.texts(enterprises, Enterprise::code))
                .param("names", Columns.texts(enterprises, Enterprise::name))
                .update();
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return Optional.ofNullable(id).map(PersonId::of).orElse(null);
    }
}
