-- Tables that are made in these same days by other rooms, whichever comes first; from now on a migration marks its own table.
do $$
declare
    added_to regclass;
begin
    foreach added_to in array array_remove(array[
        to_regclass('founding'), to_regclass('credential_event'), to_regclass('master_data_change')], null)
    loop
        execute format('comment on table %s is %L', added_to, 'append-only');
    end loop;
end $$;
