-- What the rungs of a term are counted by, so that the endless series behind the last of them goes on by the same rule (N3, 5.1).
alter table clock add column immediate boolean not null default false;
alter table clock add column counts_from date;
-- Which hazards must be removed at once was told by their dates so far; history of other ledgers was never told that way.
update clock c set immediate = true from hazard h
where h.number = c.hazard and h.grade = 'GENERAL' and c.kind = 'RECTIFY'
  and c.original_due_on between c.started_on and c.started_on + 1;
