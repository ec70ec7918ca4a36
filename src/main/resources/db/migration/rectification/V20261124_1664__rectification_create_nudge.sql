-- One nudge a case and day (N16).
create table nudge (
    hazard    varchar(40) not null constraint fk_nudge_hazard references hazard (number),
    day       date        not null,
    nudged_by varchar(64) not null constraint fk_nudge_nudged_by references person (id),
    constraint pk_nudge primary key (hazard, day)
);
