-- Rungs of the desks' clocks have longer names.
alter table mail_line alter column kind type varchar(16);
