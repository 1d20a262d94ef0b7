-- Durations and instants: two numbers each, seconds and the nanoseconds on top of them. NULL where Java throws.

create or replace function quarry_pair(a bigint[]) returns text language sql immutable parallel safe as $$
    select '[' || a[1] || ',' || a[2] || ']' collate "C"
$$;

create or replace function quarry_total_nanos(a bigint[]) returns numeric language sql immutable parallel safe as $$
    select a[1]::numeric * 1000000000 + a[2]
$$;

create or replace function quarry_duration(nanos numeric) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds numeric := quarry_floor(nanos, 1000000000);
begin
    return case when seconds between -9223372036854775808 and 9223372036854775807
        then array[seconds::bigint, (nanos - seconds * 1000000000)::bigint] end;
end $$;

-- A sum that throws where a step on the way to it overflows.
create or replace function quarry_duration_plus_both(a bigint[], seconds numeric, nanos numeric) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    sum numeric := a[1] + seconds;
begin
    if sum not between -9223372036854775808 and 9223372036854775807
            or sum + div(nanos, 1000000000) not between -9223372036854775808 and 9223372036854775807 then
        return null;
    end if;
    return quarry_duration(quarry_total_nanos(a) + seconds * 1000000000 + nanos);
end $$;

-- The length of a unit that always has the same; NULL for the others.
create or replace function quarry_unit_nanos(unit text) returns numeric language sql immutable parallel safe as $$
    select case unit
        when 'NANOS' then 1::numeric when 'MICROS' then 1000 when 'MILLIS' then 1000000 when 'SECONDS' then 1000000000
        when 'MINUTES' then 60000000000 when 'HOURS' then 3600000000000 when 'HALF_DAYS' then 43200000000000
        when 'DAYS' then 86400000000000 end
$$;

create or replace function quarry_duration_get_seconds(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1]
$$;

create or replace function quarry_duration_to_seconds(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1]
$$;

create or replace function quarry_duration_to_days(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 86400
$$;

create or replace function quarry_duration_to_hours(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 3600
$$;

create or replace function quarry_duration_to_minutes(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 60
$$;

create or replace function quarry_duration_to_millis(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(div(quarry_total_nanos(a), 1000000))
$$;

create or replace function quarry_duration_to_nanos(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(quarry_total_nanos(a))
$$;

create or replace function quarry_duration_to_days_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 86400
$$;

create or replace function quarry_duration_get_nano(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2]
$$;

create or replace function quarry_duration_to_hours_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 3600 % 24
$$;

create or replace function quarry_duration_to_minutes_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] / 60 % 60
$$;

create or replace function quarry_duration_to_seconds_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] % 60
$$;

create or replace function quarry_duration_to_millis_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2] / 1000000
$$;

create or replace function quarry_duration_to_nanos_part(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2]
$$;

create or replace function quarry_duration_is_zero(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select (a[1] = 0 and a[2] = 0)::int::bigint
$$;

create or replace function quarry_duration_is_negative(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select (a[1] < 0)::int::bigint
$$;

create or replace function quarry_duration_plus(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration_plus_both(a, b[1], b[2])
$$;

create or replace function quarry_duration_minus(a bigint[], b bigint[]) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if b[1] = '-9223372036854775808'::bigint then
        return quarry_duration_plus_both(quarry_duration_plus_both(a, 9223372036854775807, -b[2]), 1, 0);
    end if;
    return quarry_duration_plus_both(a, -b[1], -b[2]);
end $$;

create or replace function quarry_duration_multiplied_by(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(quarry_total_nanos(a) * n)
$$;

create or replace function quarry_duration_divided_by(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(div(quarry_total_nanos(a), nullif(n, 0)))
$$;

create or replace function quarry_duration_quotient(a bigint[], b bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(div(quarry_total_nanos(a), nullif(quarry_total_nanos(b), 0)))
$$;

create or replace function quarry_duration_negated(a bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(-quarry_total_nanos(a))
$$;

create or replace function quarry_duration_abs(a bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select case when a[1] < 0 then quarry_duration(-quarry_total_nanos(a)) else a end
$$;

create or replace function quarry_duration_plus_days(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 86400);
begin
    return quarry_duration_plus_both(a, seconds, 0);
end $$;

create or replace function quarry_duration_of_days(n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 86400);
begin
    return case when seconds is not null then array[seconds, 0] end;
end $$;

create or replace function quarry_duration_plus_hours(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 3600);
begin
    return quarry_duration_plus_both(a, seconds, 0);
end $$;

create or replace function quarry_duration_of_hours(n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 3600);
begin
    return case when seconds is not null then array[seconds, 0] end;
end $$;

create or replace function quarry_duration_plus_minutes(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 60);
begin
    return quarry_duration_plus_both(a, seconds, 0);
end $$;

create or replace function quarry_duration_of_minutes(n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint := quarry_math_multiply_exact_long(n, 60);
begin
    return case when seconds is not null then array[seconds, 0] end;
end $$;

create or replace function quarry_duration_plus_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration_plus_both(a, n, 0)
$$;

create or replace function quarry_duration_plus_millis(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration_plus_both(a, n / 1000, n % 1000 * 1000000)
$$;

create or replace function quarry_duration_plus_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration_plus_both(a, 0, n)
$$;

create or replace function quarry_duration_minus_days(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_days(quarry_duration_plus_days(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_days(a, -n);
end $$;

create or replace function quarry_duration_minus_hours(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_hours(quarry_duration_plus_hours(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_hours(a, -n);
end $$;

create or replace function quarry_duration_minus_minutes(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_minutes(quarry_duration_plus_minutes(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_minutes(a, -n);
end $$;

create or replace function quarry_duration_minus_seconds(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_seconds(quarry_duration_plus_seconds(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_seconds(a, -n);
end $$;

create or replace function quarry_duration_minus_millis(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_millis(quarry_duration_plus_millis(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_millis(a, -n);
end $$;

create or replace function quarry_duration_minus_nanos(a bigint[], n bigint) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_nanos(quarry_duration_plus_nanos(a, 9223372036854775807), 1);
    end if;
    return quarry_duration_plus_nanos(a, -n);
end $$;

create or replace function quarry_duration_of_seconds(n bigint) returns bigint[] language sql immutable parallel safe as $$
    select case when n is not null then array[n, 0] end
$$;

create or replace function quarry_duration_of_millis(n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(n::numeric * 1000000)
$$;

create or replace function quarry_duration_of_nanos(n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(n::numeric)
$$;

create or replace function quarry_duration_of_seconds_nanos(s bigint, n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(s::numeric * 1000000000 + n)
$$;

create or replace function quarry_duration_plus_units(a bigint[], n bigint, unit text) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    seconds bigint;
begin
    if unit = 'NANOS' then
        return quarry_duration_plus_nanos(a, n);
    elsif unit = 'MICROS' then
        return quarry_duration_plus_nanos(quarry_duration_plus_seconds(a, n / 1000000000 * 1000), n % 1000000000 * 1000);
    elsif unit = 'MILLIS' then
        return quarry_duration_plus_millis(a, n);
    end if;
    seconds := quarry_exact_long(n * div(quarry_unit_nanos(unit), 1000000000));
    return quarry_duration_plus_both(a, seconds, 0);
end $$;

create or replace function quarry_duration_minus_units(a bigint[], n bigint, unit text) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if n = '-9223372036854775808'::bigint then
        return quarry_duration_plus_units(quarry_duration_plus_units(a, 9223372036854775807, unit), 1, unit);
    end if;
    return quarry_duration_plus_units(a, -n, unit);
end $$;

create or replace function quarry_duration_of(n bigint, unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration_plus_units(array[0, 0]::bigint[], n, unit)
$$;

create or replace function quarry_duration_truncated_to(a bigint[], unit text) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    length numeric := quarry_unit_nanos(unit);
    of_day numeric := (a[1] % 86400)::numeric * 1000000000 + a[2];
begin
    return quarry_duration(quarry_total_nanos(a) + div(of_day, length) * length - of_day);
end $$;

create or replace function quarry_duration_with_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select case when a is not null and n is not null then array[n, a[2]] end
$$;

create or replace function quarry_duration_with_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select case when a is not null and n between 0 and 999999999 then array[a[1], n] end
$$;

create or replace function quarry_compare_durations(a bigint[], b bigint[]) returns bigint language sql immutable parallel safe as $$
    select case when a[1] < b[1] then -1 when a[1] > b[1] then 1 else a[2] - b[2] end::bigint
$$;

create or replace function quarry_compare_instants(a bigint[], b bigint[]) returns bigint language sql immutable parallel safe as $$
    select case when a[1] < b[1] then -1 when a[1] > b[1] then 1 else a[2] - b[2] end::bigint
$$;

create or replace function quarry_duration_hash(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(quarry_long_hash(a[1]) + 51 * a[2])
$$;

create or replace function quarry_instant_hash(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(quarry_long_hash(a[1]) + 51 * a[2])
$$;

create or replace function quarry_duration_between_instants(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration(quarry_total_nanos(b) - quarry_total_nanos(a))
$$;

create or replace function quarry_duration_between_date_times(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_duration((b[1] - a[1])::numeric * 86400000000000 + b[2] - a[2])
$$;

-- A fraction of a second with as many digits as it takes, in threes.
create or replace function quarry_fraction(nanos bigint) returns text language sql immutable parallel safe as $$
    select case when nanos = 0 then ''
        when nanos % 1000000 = 0 then '.' || lpad((nanos / 1000000)::text, 3, '0')
        when nanos % 1000 = 0 then '.' || lpad((nanos / 1000)::text, 6, '0')
        else '.' || lpad(nanos::text, 9, '0') end
$$;

create or replace function quarry_text_of_duration(a bigint[]) returns text language plpgsql immutable parallel safe as $$
declare
    below boolean := a[1] < 0 and a[2] > 0;
    total bigint := a[1] + below::int;
    result text := 'PT';
begin
    if a is null then
        return null;
    end if;
    if total / 3600 <> 0 then
        result := result || total / 3600 || 'H';
    end if;
    if total % 3600 / 60 <> 0 then
        result := result || total % 3600 / 60 || 'M';
    end if;
    if total % 60 = 0 and a[2] = 0 and length(result) > 2 then
        return result collate "C";
    end if;
    result := result || case when below and total % 60 = 0 then '-0' else (total % 60)::text end;
    if a[2] > 0 then
        result := result || '.'
            || rtrim(lpad(case when a[1] < 0 then 1000000000 - a[2] else a[2] end::text, 9, '0'), '0');
    end if;
    return result || 'S' collate "C";
end $$;
