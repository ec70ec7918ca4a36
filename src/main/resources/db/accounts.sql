-- The two accounts of the house, for one database: run by a superuser connected to it, before the first start; harmless a second
-- time. bihuan_owner changes the schema (spring.flyway.user), bihuan_app works with rows (spring.datasource.username). Neither has
-- a password yet: alter role ... password '...'.
do $$
begin
    if not exists (select from pg_roles where rolname = 'bihuan_owner') then
        create role bihuan_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'bihuan_app') then
        create role bihuan_app login;
    end if;
end
$$;

alter schema public owner to bihuan_owner;
revoke create on schema public from public;
grant usage on schema public to bihuan_app;
alter default privileges for role bihuan_owner in schema public grant select, insert, update, delete on tables to bihuan_app;
alter default privileges for role bihuan_owner in schema public grant usage, select on sequences to bihuan_app;
