-- Instants, which end in the years -1000000000 and 1000000000.

create or replace function quarry_instant(nanos numeric) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds numeric := quarry_floor(nanos, 1000000000);
begin
    return case when seconds between -31557014167219200 and 31556889864403199
        then array[seconds::bigint, (nanos - seconds * 1000000000)::bigint] end;
end $$;

create or replace function quarry_instant_epoch_second(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1]
$$;

create or replace function quarry_instant_nano(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2]
$$;

create or replace function quarry_instant_to_epoch_milli(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(quarry_floor(quarry_total_nanos(a), 1000000))
$$;

create or replace function quarry_instant_plus_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) + n::numeric * 1000000000)
$$;

create or replace function quarry_instant_minus_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) - n::numeric * 1000000000)
$$;

create or replace function quarry_instant_plus_millis(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) + n::numeric * 1000000)
$$;

create or replace function quarry_instant_minus_millis(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) - n::numeric * 1000000)
$$;

create or replace function quarry_instant_plus_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) + n::numeric * 1)
$$;

create or replace function quarry_instant_minus_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) - n::numeric * 1)
$$;

-- The seconds first, which may lead out of the range from which the nanoseconds would lead back.
create or replace function quarry_instant_plus(a bigint[], b bigint[]) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    moment bigint[] := quarry_instant(quarry_total_nanos(a) + b[1]::numeric * 1000000000);
begin
    return quarry_instant(quarry_total_nanos(moment) + b[2]);
end $$;

create or replace function quarry_instant_minus(a bigint[], b bigint[]) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    moment bigint[] := quarry_instant(quarry_total_nanos(a) - b[1]::numeric * 1000000000);
begin
    return quarry_instant(quarry_total_nanos(moment) - b[2]);
end $$;

create or replace function quarry_instant_plus_units(a bigint[], n bigint, unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) + n * quarry_unit_nanos(unit))
$$;

create or replace function quarry_instant_minus_units(a bigint[], n bigint, unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(quarry_total_nanos(a) - n * quarry_unit_nanos(unit))
$$;

create or replace function quarry_instant_truncated_to(a bigint[], unit text) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    length numeric := quarry_unit_nanos(unit);
begin
    return quarry_instant(quarry_floor(quarry_total_nanos(a), length) * length);
end $$;

create or replace function quarry_instant_of_epoch_second(n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(n::numeric * 1000000000)
$$;

create or replace function quarry_instant_of_epoch_second_nanos(s bigint, n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(s::numeric * 1000000000 + n)
$$;

create or replace function quarry_instant_of_epoch_milli(n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_instant(n::numeric * 1000000)
$$;
