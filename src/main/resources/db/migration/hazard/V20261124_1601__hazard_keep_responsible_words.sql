-- Column 18 as the sender wrote it: several units with their roles do not fit into one reference.
alter table hazard_particulars add column responsible text;
