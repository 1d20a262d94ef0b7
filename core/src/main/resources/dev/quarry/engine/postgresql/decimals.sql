-- Decimals, each as its canonical text. Their columns hold a key, whose order is theirs, and the scale.

-- Digits that may begin with a minus, and a scale, as BigDecimal.toString writes them.
create or replace function quarry_decimal_text(unscaled text, scale bigint) returns text language plpgsql immutable parallel safe as $$
declare
    sign text := case when unscaled like '-%' then '-' else '' end;
    digits text := ltrim(unscaled, '-');
    exponent bigint := length(digits) - 1 - scale;
begin
    if scale = 0 then
        return unscaled collate "C";
    end if;
    if scale > 0 and exponent >= -6 then
        digits := case when length(digits) <= scale then lpad(digits, (scale + 1)::int, '0') else digits end;
        return sign || left(digits, (length(digits) - scale)::int) || '.' || right(digits, scale::int) collate "C";
    end if;
    return sign || left(digits, 1) || case when length(digits) > 1 then '.' || substr(digits, 2) else '' end
        || case when exponent = 0 then '' when exponent > 0 then 'E+' || exponent else 'E' || exponent end collate "C";
end $$;

create or replace function quarry_decimal(key bytea, scale bigint) returns text language plpgsql immutable parallel safe as $$
declare
    bytes bytea := key;
    last int := length(key);
    exponent bigint;
    digits text;
begin
    if key is null or scale is null then
        return null;
    end if;
    if get_byte(key, 0) = 1 then
        return quarry_decimal_text('0', scale);
    end if;
    if get_byte(key, 0) = 0 then
        last := last - 1;
        for i in 1 .. last - 1 loop
            bytes := set_byte(bytes, i, 255 - get_byte(bytes, i));
        end loop;
    end if;
    exponent := ('x' || encode(set_byte(substr(bytes, 2, 8), 0, get_byte(bytes, 1) # 128), 'hex'))::bit(64)::bigint;
    digits := convert_from(substr(bytes, 10, last - 9), 'UTF8');
    digits := digits || repeat('0', (exponent + scale - length(digits))::int);
    return quarry_decimal_text(case when get_byte(key, 0) = 0 then '-' else '' end || digits, scale);
end $$;

-- The exponent that such a text writes out.
create or replace function quarry_decimal_exponent(a text) returns bigint language sql immutable parallel safe as $$
    select case when strpos(a, 'E') > 0 then substr(a, strpos(a, 'E') + 1)::bigint when a is not null then 0 end
$$;

-- All digits before it, without the sign and the point.
create or replace function quarry_decimal_digits(a text) returns text language sql immutable parallel safe as $$
    select translate(split_part(a, 'E', 1), '-.', '')
$$;

create or replace function quarry_decimal_signum(a text) returns bigint language sql immutable parallel safe as $$
    select case when ltrim(quarry_decimal_digits(a), '0') = '' then 0 when a like '-%' then -1 when a is not null then 1 end::bigint
$$;

create or replace function quarry_decimal_scale(a text) returns bigint language sql immutable parallel safe as $$
    select length(split_part(split_part(a, 'E', 1), '.', 2)) - quarry_decimal_exponent(a)
$$;

create or replace function quarry_decimal_precision(a text) returns bigint language sql immutable parallel safe as $$
    select greatest(length(ltrim(quarry_decimal_digits(a), '0')), 1)::bigint + 0 * length(a)
$$;

create or replace function quarry_text_of_decimal(a text) returns text language sql immutable parallel safe as $$
    select a collate "C"
$$;

create or replace function quarry_decimal_of_long(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_decimal_of_scaled(a bigint, scale bigint) returns text language sql immutable parallel safe as $$
    select quarry_decimal_text(a::text, scale)
$$;

create or replace function quarry_compare_decimals(a text, b text) returns bigint language plpgsql immutable parallel safe as $$
declare
    sign bigint := quarry_decimal_signum(a);
    other bigint := quarry_decimal_signum(b);
    x text := ltrim(quarry_decimal_digits(a), '0');
    y text := ltrim(quarry_decimal_digits(b), '0');
    x_exponent bigint := length(x) - quarry_decimal_scale(a);
    y_exponent bigint := length(y) - quarry_decimal_scale(b);
begin
    if sign <> other or sign = 0 then
        return case when sign < other then -1 when sign > other then 1 when sign = other then 0 end;
    end if;
    x := rtrim(x, '0');
    y := rtrim(y, '0');
    return sign * case when x_exponent < y_exponent then -1 when x_exponent > y_exponent then 1
        when x collate "C" < y collate "C" then -1 when x = y then 0 when x is not null and y is not null then 1 end;
end $$;
