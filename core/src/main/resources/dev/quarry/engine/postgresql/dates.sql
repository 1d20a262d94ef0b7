-- Dates by the proleptic Gregorian calendar, each as its days since 1970. Years end at 999999999 in both directions.

create or replace function quarry_floor_div(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a / b - case when a % b < 0 then 1 else 0 end
$$;

-- Year, month and day of month. A year begins in March here, so that the day which some years lack is the last one.
create or replace function quarry_civil(day bigint) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    era bigint := quarry_floor_div(day + 719468, 146097);
    of_era bigint := day + 719468 - era * 146097;
    year bigint := (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    of_year bigint := of_era - (365 * year + year / 4 - year / 100);
    month bigint := (5 * of_year + 2) / 153;
begin
    return array[
        year + era * 400 + case when month >= 10 then 1 else 0 end,
        month + case when month < 10 then 3 else -9 end,
        of_year - (153 * month + 2) / 5 + 1];
end $$;

create or replace function quarry_day(year bigint, month bigint, day bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    y bigint := year - case when month <= 2 then 1 else 0 end;
    era bigint := quarry_floor_div(y, 400);
    of_era bigint := y - era * 400;
begin
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100
        + (153 * (month + case when month > 2 then -3 else 9 end) + 2) / 5 + day - 1 - 719468;
end $$;

create or replace function quarry_is_leap(year bigint) returns boolean language sql immutable parallel safe as $$
    select year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0)
$$;

create or replace function quarry_month_length(year bigint, month bigint) returns bigint language sql immutable parallel safe as $$
    select case when month in (4, 6, 9, 11) then 30 when month <> 2 then 31 when quarry_is_leap(year) then 29 else 28 end::bigint
$$;

create or replace function quarry_date_of(year bigint, month bigint, day bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    return case when year between -999999999 and 999999999 and month between 1 and 12
        and day between 1 and quarry_month_length(year, month) then quarry_day(year, month, day) end;
end $$;

-- The same, or the last day of a month that is too short.
create or replace function quarry_date_near(year numeric, month bigint, day bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    return case when year between -999999999 and 999999999 and month between 1 and 12
        then quarry_day(year::bigint, month, least(day, quarry_month_length(year::bigint, month))) end;
end $$;

create or replace function quarry_date_of_day(day numeric) returns bigint language sql immutable parallel safe as $$
    select case when day between -365243219162 and 365241780471 then day::bigint end
$$;

create or replace function quarry_date_add_months(a bigint, n numeric) returns bigint language plpgsql immutable parallel safe as $$
declare
    civil bigint[] := quarry_civil(a);
    months numeric := civil[1] * 12 + civil[2] - 1 + n;
begin
    return quarry_date_near(quarry_floor(months, 12), (months - quarry_floor(months, 12) * 12)::bigint + 1, civil[3]);
end $$;

create or replace function quarry_date_of_year_day(year bigint, day bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    return case when year between -999999999 and 999999999 and day between 1 and 365 + quarry_is_leap(year)::int
        then quarry_day(year, 1, 1) + day - 1 end;
end $$;

create or replace function quarry_date_year(a bigint) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a))[1]
$$;

create or replace function quarry_date_month_value(a bigint) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a))[2]
$$;

create or replace function quarry_date_day_of_month(a bigint) returns bigint language sql immutable parallel safe as $$
    select (quarry_civil(a))[3]
$$;

create or replace function quarry_date_day_of_year(a bigint) returns bigint language sql immutable parallel safe as $$
    select a - quarry_day((quarry_civil(a))[1], 1, 1) + 1
$$;

create or replace function quarry_date_month(a bigint) returns text language sql immutable parallel safe as $$
    select (array['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER',
        'NOVEMBER', 'DECEMBER'])[(quarry_civil(a))[2]] collate "C"
$$;

create or replace function quarry_date_day_of_week(a bigint) returns text language sql immutable parallel safe as $$
    select (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])
        [a + 3 - quarry_floor_div(a + 3, 7) * 7 + 1] collate "C"
$$;

create or replace function quarry_date_plus_days(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_day(a + n::numeric)
$$;

create or replace function quarry_date_minus_days(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_day(a + -(n::numeric))
$$;

create or replace function quarry_date_plus_weeks(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_day(a + n::numeric * 7)
$$;

create or replace function quarry_date_minus_weeks(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_day(a + -(n::numeric) * 7)
$$;

create or replace function quarry_date_plus_months(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_months(a, n::numeric)
$$;

create or replace function quarry_date_minus_months(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_months(a, -(n::numeric))
$$;

create or replace function quarry_date_plus_years(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_months(a, n::numeric * 12)
$$;

create or replace function quarry_date_minus_years(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_months(a, -(n::numeric) * 12)
$$;

create or replace function quarry_date_with_day_of_month(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of((quarry_civil(a))[1], (quarry_civil(a))[2], n)
$$;

create or replace function quarry_date_with_day_of_year(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_year_day((quarry_civil(a))[1], n)
$$;

create or replace function quarry_date_with_month(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_near((quarry_civil(a))[1], n, (quarry_civil(a))[3])
$$;

create or replace function quarry_date_with_year(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_near(n, (quarry_civil(a))[2], (quarry_civil(a))[3])
$$;

create or replace function quarry_date_add_units(a bigint, n numeric, unit text) returns bigint language plpgsql immutable parallel safe as $$
declare
    civil bigint[];
begin
    if unit = 'ERAS' then
        civil := quarry_civil(a);
        return case when (civil[1] >= 1)::int + n = (civil[1] >= 1)::int then a
            when (civil[1] >= 1)::int + n in (0, 1) then quarry_date_near(1 - civil[1], civil[2], civil[3]) end;
    end if;
    return case unit
        when 'DAYS' then quarry_date_of_day(a + n)
        when 'WEEKS' then quarry_date_of_day(a + n * 7)
        when 'MONTHS' then quarry_date_add_months(a, n)
        when 'YEARS' then quarry_date_add_months(a, n * 12)
        when 'DECADES' then quarry_date_add_months(a, n * 120)
        when 'CENTURIES' then quarry_date_add_months(a, n * 1200)
        when 'MILLENNIA' then quarry_date_add_months(a, n * 12000) end;
end $$;

create or replace function quarry_date_plus_units(a bigint, n bigint, unit text) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_units(a, n, unit)
$$;

create or replace function quarry_date_minus_units(a bigint, n bigint, unit text) returns bigint language sql immutable parallel safe as $$
    select quarry_date_add_units(a, -(n::numeric), unit)
$$;

create or replace function quarry_date_until(a bigint, b bigint, unit text) returns bigint language plpgsql immutable parallel safe as $$
declare
    x bigint[];
    y bigint[];
    months bigint;
begin
    if unit = 'DAYS' then
        return b - a;
    elsif unit = 'WEEKS' then
        return (b - a) / 7;
    end if;
    x := quarry_civil(a);
    y := quarry_civil(b);
    months := ((y[1] * 12 + y[2]) * 32 + y[3] - (x[1] * 12 + x[2]) * 32 - x[3]) / 32;
    return case unit
        when 'MONTHS' then months
        when 'YEARS' then months / 12
        when 'DECADES' then months / 120
        when 'CENTURIES' then months / 1200
        when 'MILLENNIA' then months / 12000
        when 'ERAS' then (y[1] >= 1)::int - (x[1] >= 1)::int end;
end $$;

create or replace function quarry_date_hash(a bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    civil bigint[] := quarry_civil(a);
begin
    return quarry_wrapped_int((civil[1] & 4294965248) # ((civil[1] << 11) + (civil[2] << 6) + civil[3]));
end $$;

create or replace function quarry_date_is_leap_year(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_is_leap((quarry_civil(a))[1])::int::bigint
$$;

create or replace function quarry_date_length_of_month(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a is not null then quarry_month_length((quarry_civil(a))[1], (quarry_civil(a))[2]) end
$$;

create or replace function quarry_date_length_of_year(a bigint) returns bigint language sql immutable parallel safe as $$
    select 365 + quarry_is_leap((quarry_civil(a))[1])::int::bigint
$$;

create or replace function quarry_date_to_epoch_day(a bigint) returns bigint language sql immutable parallel safe as $$
    select a
$$;

create or replace function quarry_date_of_epoch_day(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_date_of_day(a)
$$;

create or replace function quarry_compare_dates(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x bigint[] := quarry_civil(a);
    y bigint[] := quarry_civil(b);
begin
    return case when x[1] <> y[1] then x[1] - y[1] when x[2] <> y[2] then x[2] - y[2] else x[3] - y[3] end;
end $$;

create or replace function quarry_text_of_local_date(a bigint) returns text language plpgsql immutable parallel safe as $$
declare
    civil bigint[] := quarry_civil(a);
begin
    return case when civil[1] < 0 then '-' when civil[1] > 9999 then '+' else '' end
        || case when abs(civil[1]) > 9999 then abs(civil[1])::text else lpad(abs(civil[1])::text, 4, '0') end
        || '-' || lpad(civil[2]::text, 2, '0') || '-' || lpad(civil[3]::text, 2, '0') collate "C";
end $$;
