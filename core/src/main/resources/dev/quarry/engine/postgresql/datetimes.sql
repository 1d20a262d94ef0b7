-- Dates with time: two numbers each, days since 1970 and nanoseconds since midnight.

create or replace function quarry_date_time(day bigint, nanos bigint) returns bigint[] language sql immutable parallel safe as $$
    select case when day is not null and nanos is not null then array[day, nanos] end
$$;

create or replace function quarry_date_time_add(a bigint[], nanos numeric) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    total numeric := a[2] + nanos;
    days numeric := quarry_floor(total, 86400000000000);
begin
    return quarry_date_time(quarry_date_of_day(a[1] + days), (total - days * 86400000000000)::bigint);
end $$;

create or replace function quarry_nano_of_day(hour bigint, minute bigint, second bigint, nano bigint) returns bigint language sql immutable parallel safe as $$
    select case when hour between 0 and 23 and minute between 0 and 59 and second between 0 and 59 and nano between 0 and 999999999
        then ((hour * 60 + minute) * 60 + second) * 1000000000 + nano end
$$;

create or replace function quarry_date_time_year(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a[1]))[1]
$$;

create or replace function quarry_date_time_month_value(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a[1]))[2]
$$;

create or replace function quarry_date_time_day_of_month(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a[1]))[3]
$$;

create or replace function quarry_date_time_day_of_year(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1] - quarry_day((quarry_civil(a[1]))[1], 1, 1) + 1
$$;

create or replace function quarry_date_time_month(a bigint[]) returns text language sql immutable parallel safe as $$
    select (array['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER',
        'NOVEMBER', 'DECEMBER'])[(quarry_civil(a[1]))[2]] collate "C"
$$;

create or replace function quarry_date_time_day_of_week(a bigint[]) returns text language sql immutable parallel safe as $$
    select (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])
        [a[1] + 3 - quarry_floor_div(a[1] + 3, 7) * 7 + 1] collate "C"
$$;

create or replace function quarry_date_time_plus_days(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_plus_days(a[1], n), a[2])
$$;

create or replace function quarry_date_time_minus_days(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_minus_days(a[1], n), a[2])
$$;

create or replace function quarry_date_time_plus_weeks(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_plus_weeks(a[1], n), a[2])
$$;

create or replace function quarry_date_time_minus_weeks(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_minus_weeks(a[1], n), a[2])
$$;

create or replace function quarry_date_time_plus_months(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_plus_months(a[1], n), a[2])
$$;

create or replace function quarry_date_time_minus_months(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_minus_months(a[1], n), a[2])
$$;

create or replace function quarry_date_time_plus_years(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_plus_years(a[1], n), a[2])
$$;

create or replace function quarry_date_time_minus_years(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_minus_years(a[1], n), a[2])
$$;

create or replace function quarry_date_time_plus_hours(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * 3600000000000)
$$;

create or replace function quarry_date_time_minus_hours(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * -3600000000000)
$$;

create or replace function quarry_date_time_plus_minutes(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * 60000000000)
$$;

create or replace function quarry_date_time_minus_minutes(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * -60000000000)
$$;

create or replace function quarry_date_time_plus_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * 1000000000)
$$;

create or replace function quarry_date_time_minus_seconds(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * -1000000000)
$$;

create or replace function quarry_date_time_plus_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * 1)
$$;

create or replace function quarry_date_time_minus_nanos(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(a, n::numeric * -1)
$$;

create or replace function quarry_date_time_with_day_of_month(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_with_day_of_month(a[1], n), a[2])
$$;

create or replace function quarry_date_time_with_day_of_year(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_with_day_of_year(a[1], n), a[2])
$$;

create or replace function quarry_date_time_with_month(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_with_month(a[1], n), a[2])
$$;

create or replace function quarry_date_time_with_year(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_with_year(a[1], n), a[2])
$$;

create or replace function quarry_date_time_hour(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2] / 3600000000000
$$;

create or replace function quarry_date_time_minute(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2] / 60000000000 % 60
$$;

create or replace function quarry_date_time_second(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2] / 1000000000 % 60
$$;

create or replace function quarry_date_time_nano(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[2] % 1000000000
$$;

create or replace function quarry_date_time_with_hour(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a[1], quarry_nano_of_day(n, a[2] / 60000000000 % 60, a[2] / 1000000000 % 60, a[2] % 1000000000))
$$;

create or replace function quarry_date_time_with_minute(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a[1], quarry_nano_of_day(a[2] / 3600000000000, n, a[2] / 1000000000 % 60, a[2] % 1000000000))
$$;

create or replace function quarry_date_time_with_second(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a[1], quarry_nano_of_day(a[2] / 3600000000000, a[2] / 60000000000 % 60, n, a[2] % 1000000000))
$$;

create or replace function quarry_date_time_with_nano(a bigint[], n bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a[1], quarry_nano_of_day(a[2] / 3600000000000, a[2] / 60000000000 % 60, a[2] / 1000000000 % 60, n))
$$;

create or replace function quarry_date_time_to_date(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select a[1]
$$;

create or replace function quarry_date_at_start_of_day(a bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a, 0)
$$;

create or replace function quarry_date_at_time(a bigint, hour bigint, minute bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a, quarry_nano_of_day(hour, minute, 0, 0))
$$;

create or replace function quarry_date_at_time_seconds(a bigint, hour bigint, minute bigint, second bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a, quarry_nano_of_day(hour, minute, second, 0))
$$;

create or replace function quarry_date_at_time_nanos(a bigint, hour bigint, minute bigint, second bigint, nano bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a, quarry_nano_of_day(hour, minute, second, nano))
$$;

create or replace function quarry_date_time_of(year bigint, month bigint, day bigint, hour bigint, minute bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_of(year, month, day), quarry_nano_of_day(hour, minute, 0, 0))
$$;

create or replace function quarry_date_time_of_seconds(year bigint, month bigint, day bigint, hour bigint, minute bigint, second bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_of(year, month, day), quarry_nano_of_day(hour, minute, second, 0))
$$;

create or replace function quarry_date_time_of_nanos(year bigint, month bigint, day bigint, hour bigint, minute bigint, second bigint,
        nano bigint) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(quarry_date_of(year, month, day), quarry_nano_of_day(hour, minute, second, nano))
$$;

-- The seconds first, which may lead out of the range from which the nanoseconds would lead back.
create or replace function quarry_date_time_plus(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(quarry_date_time_add(a, b[1]::numeric * 1000000000), b[2])
$$;

create or replace function quarry_date_time_minus(a bigint[], b bigint[]) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add(quarry_date_time_add(a, b[1]::numeric * -1000000000), -b[2])
$$;

create or replace function quarry_date_time_truncated_to(a bigint[], unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time(a[1], (div(a[2], quarry_unit_nanos(unit)) * quarry_unit_nanos(unit))::bigint)
$$;

create or replace function quarry_date_time_add_units(a bigint[], n numeric, unit text) returns bigint[] language plpgsql immutable parallel safe as $$
begin
    if unit = 'HALF_DAYS' then
        -- 256 of them are one day, as LocalDateTime.plus has it
        return quarry_date_time_add(a, div(n, 256) * 86400000000000 + mod(n, 256) * 43200000000000);
    elsif unit <> 'DAYS' and quarry_unit_nanos(unit) is not null then
        return quarry_date_time_add(a, n * quarry_unit_nanos(unit));
    end if;
    return quarry_date_time(quarry_date_add_units(a[1], n, unit), a[2]);
end $$;

create or replace function quarry_date_time_plus_units(a bigint[], n bigint, unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add_units(a, n, unit)
$$;

create or replace function quarry_date_time_minus_units(a bigint[], n bigint, unit text) returns bigint[] language sql immutable parallel safe as $$
    select quarry_date_time_add_units(a, -(n::numeric), unit)
$$;

create or replace function quarry_date_time_until(a bigint[], b bigint[], unit text) returns bigint language plpgsql immutable parallel safe as $$
declare
    last bigint := b[1];
begin
    if unit <> 'DAYS' and quarry_unit_nanos(unit) is not null then
        return quarry_exact_long(div((b[1] - a[1])::numeric * 86400000000000 + b[2] - a[2], quarry_unit_nanos(unit)));
    end if;
    if b[1] > a[1] and b[2] < a[2] then
        last := last - 1;
    elsif b[1] < a[1] and b[2] > a[2] then
        last := last + 1;
    end if;
    return quarry_date_until(a[1], last, unit);
end $$;

create or replace function quarry_date_time_hash(a bigint[]) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(quarry_date_hash(a[1]) # quarry_long_hash(a[2]))
$$;

create or replace function quarry_compare_date_times(a bigint[], b bigint[]) returns bigint language plpgsql immutable parallel safe as $$
begin
    return case when a[1] <> b[1] then quarry_compare_dates(a[1], b[1]) else quarry_long_compare(a[2], b[2]) end;
end $$;

create or replace function quarry_text_of_local_date_time(a bigint[]) returns text language plpgsql immutable parallel safe as $$
declare
    second bigint := a[2] / 1000000000 % 60;
    nano bigint := a[2] % 1000000000;
begin
    return quarry_text_of_local_date(a[1]) || 'T' || lpad((a[2] / 3600000000000)::text, 2, '0')
        || ':' || lpad((a[2] / 60000000000 % 60)::text, 2, '0')
        || case when second > 0 or nano > 0 then ':' || lpad(second::text, 2, '0') || quarry_fraction(nano) else '' end;
end $$;

create or replace function quarry_text_of_instant(a bigint[]) returns text language plpgsql immutable parallel safe as $$
declare
    day bigint := quarry_floor_div(a[1], 86400);
    second bigint := a[1] - day * 86400;
begin
    return quarry_text_of_local_date(day) || 'T' || lpad((second / 3600)::text, 2, '0')
        || ':' || lpad((second / 60 % 60)::text, 2, '0') || ':' || lpad((second % 60)::text, 2, '0')
        || quarry_fraction(a[2]) || 'Z';
end $$;
