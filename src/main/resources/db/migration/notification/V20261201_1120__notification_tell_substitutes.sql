-- Mail to somebody who is away goes to who stands in for him (N8). The recipient stays who had to be told; the reader is who was.
alter table mail_outbox add column reader varchar(64);
alter table mail_outbox add column told_key varchar(200); -- as dedup_key, by the reader: nobody gets the same mail twice, for himself and for another
create unique index uq_mail_outbox_told_once on mail_outbox (told_key) where told_key is not null;
alter table mail_case add column in_place_of varchar(64); -- whose section of the reader's mail the case stands in
