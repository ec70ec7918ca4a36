-- Mails name the last day to ask for an extension; not where none is left.
create or replace view v_case as
    select h.number, h.status, h.grade, h.region, h.industry, h.enterprise, e.name as enterprise_name, h.responsible_unit,
           u.name as responsible_unit_name, h.responsible_user, h.supervising_unit, s.name as supervising_unit_name,
           h.location, left(h.description, 60) as short_text, h.found_on, h.registered_by, h.round, h.due_on,
           h.original_due_on, h.approved_due_on, h.due_estimated, h.runs_out_on, h.closed_on, h.registered_at, h.assigned,
           h.requirement, h.extensions
    from hazard h
    left join enterprise e on e.credit_code = h.enterprise
    left join unit u on u.code = h.responsible_unit
    left join unit s on s.code = h.supervising_unit;
