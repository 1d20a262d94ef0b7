-- UUIDs, which are sixteen bytes.

create or replace function quarry_uuid_most_significant(a bytea) returns bigint language sql immutable parallel safe as $$
    select ('x' || encode(substr(a, 1, 8), 'hex'))::bit(64)::bigint
$$;

create or replace function quarry_uuid_least_significant(a bytea) returns bigint language sql immutable parallel safe as $$
    select ('x' || encode(substr(a, 9, 8), 'hex'))::bit(64)::bigint
$$;

create or replace function quarry_text_of_uuid(a bytea) returns text language sql immutable parallel safe as $$
    select regexp_replace(encode(a, 'hex'), '(.{8})(.{4})(.{4})(.{4})(.{12})', '\1-\2-\3-\4-\5') collate "C"
$$;

create or replace function quarry_uuid_version(a bytea) returns bigint language sql immutable parallel safe as $$
    select (get_byte(a, 6) >> 4)::bigint
$$;

create or replace function quarry_uuid_variant(a bytea) returns bigint language sql immutable parallel safe as $$
    select case when get_byte(a, 8) < 128 then 0 when get_byte(a, 8) < 192 then 2 else get_byte(a, 8) >> 5 end::bigint
$$;

create or replace function quarry_uuid_timestamp(a bytea) returns bigint language sql immutable parallel safe as $$
    select case when quarry_uuid_version(a) = 1 then ((quarry_uuid_most_significant(a) & 4095) << 48) | (((quarry_uuid_most_significant(a) >> 16) & 65535) << 32)
        | ((quarry_uuid_most_significant(a) >> 32) & 4294967295) end
$$;

create or replace function quarry_uuid_clock_sequence(a bytea) returns bigint language sql immutable parallel safe as $$
    select case when quarry_uuid_version(a) = 1 then (quarry_uuid_least_significant(a) >> 48) & 16383 end
$$;

create or replace function quarry_uuid_node(a bytea) returns bigint language sql immutable parallel safe as $$
    select case when quarry_uuid_version(a) = 1 then quarry_uuid_least_significant(a) & 281474976710655 end
$$;

create or replace function quarry_uuid_hash(a bytea) returns bigint language sql immutable parallel safe as $$
    select quarry_long_hash(quarry_uuid_most_significant(a) # quarry_uuid_least_significant(a))
$$;

create or replace function quarry_compare_uuids(a bytea, b bytea) returns bigint language sql immutable parallel safe as $$
    select case when a = b then 0 when quarry_uuid_most_significant(a) <> quarry_uuid_most_significant(b) then case when quarry_uuid_most_significant(a) < quarry_uuid_most_significant(b) then -1 else 1 end when quarry_uuid_least_significant(a) < quarry_uuid_least_significant(b) then -1 when a is not null and b is not null then 1 end::bigint
$$;
