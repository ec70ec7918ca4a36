#!/bin/bash
# Runs once, when the database's volume is empty: the two accounts of the application (docs/operations/accounts.md).
set -euo pipefail
owner_password=$(< /run/secrets/owner_password)
app_password=$(< /run/secrets/app_password)
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --file /bihuan/accounts.sql
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
     --set owner="$owner_password" --set app="$app_password" <<'SQL'
alter role bihuan_owner password :'owner';
alter role bihuan_app password :'app';
SQL
