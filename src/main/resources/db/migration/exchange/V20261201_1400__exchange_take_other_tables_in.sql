-- Other tables than ledgers come in by the same way: what kind of table a file is.
alter table import_batch add column subject varchar(16) not null default 'ledger';
alter table import_batch alter column subject drop default;
