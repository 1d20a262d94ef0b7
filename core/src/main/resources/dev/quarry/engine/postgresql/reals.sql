-- Doubles and floats of Java, each as a double precision that is NULL where it is not a number. PostgreSQL raises an error where
-- a result is too large or too small; such results are computed on whole numbers here, and rounded once.

create or replace function quarry_is_negative(a float8) returns boolean language sql immutable parallel safe as $$
    select atan2(a, -1::float8) < 0
$$;

create or replace function quarry_power_of_two(n bigint) returns numeric language plpgsql immutable parallel safe as $$
declare
    result numeric := 1;
    base numeric := 2;
    rest bigint := n;
begin
    while rest > 0 loop
        if rest & 1 = 1 then
            result := result * base;
        end if;
        rest := rest >> 1;
        if rest > 0 then
            base := base * base;
        end if;
    end loop;
    return result;
end $$;

-- size * 2 ^ scale with that sign, rounded half even to so many binary digits; the last digit of all is 2 ^ lowest, and from
-- 2 ^ most on it is infinity.
create or replace function quarry_rounded(negative boolean, size numeric, scale bigint, digits bigint, lowest bigint, most bigint)
returns float8 language plpgsql immutable parallel safe as $$
declare
    sign float8 := case when negative then -1 else 1 end;
    top bigint;
    at bigint;
    unit numeric;
    kept numeric := size;
    rest numeric;
begin
    if size = 0 then
        return sign * 0::float8;
    end if;
    top := floor((length(size::text) - 1) * 3.3219)::bigint;
    unit := quarry_power_of_two(top + 1);
    while size >= unit loop
        top := top + 1;
        unit := unit * 2;
    end loop;
    if top + scale >= most then
        return sign * 'Infinity'::float8;
    end if;
    at := greatest(scale + top - digits + 1, lowest);
    if at > scale then
        unit := quarry_power_of_two(at - scale);
        kept := div(size, unit);
        rest := (size - kept * unit) * 2;
        if rest > unit or (rest = unit and mod(kept, 2) = 1) then
            kept := kept + 1;
        end if;
        if kept = 0 then
            return sign * 0::float8;
        end if;
    else
        at := scale;
    end if;
    if at + digits >= most and kept >= quarry_power_of_two(most - at) then
        return sign * 'Infinity'::float8;
    end if;
    -- what drops below the last digit is dropped already, so that both products are exact
    if at < 0 then
        return sign * kept::bigint::float8 * power(2::float8, at / 2) * power(2::float8, at - at / 2);
    end if;
    return sign * (kept * quarry_power_of_two(at))::float8;
end $$;

create or replace function quarry_rounded_double(negative boolean, size numeric, scale bigint) returns float8
language sql immutable parallel safe as $$
    select quarry_rounded(negative, size, scale, 53, -1074, 1024)
$$;

create or replace function quarry_rounded_float(negative boolean, size numeric, scale bigint) returns float8
language sql immutable parallel safe as $$
    select quarry_rounded(negative, size, scale, 24, -149, 128)
$$;

create or replace function quarry_double_to_long_bits(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null or a = 'NaN'::float8 then 9221120237041090560
        else ('x' || encode(float8send(a), 'hex'))::bit(64)::bigint end
$$;

create or replace function quarry_float_to_int_bits(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null or a = 'NaN'::float8 then 2143289344
        else ('x' || encode(float4send(a::float4), 'hex'))::bit(32)::int::bigint end
$$;

-- A finite double as size and scale, so that it is size * 2 ^ scale but for the sign.
create or replace function quarry_double_parts(a float8) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    bits bigint := quarry_double_to_long_bits(a);
    exponent bigint := (bits >> 52) & 2047;
    fraction bigint := bits & 4503599627370495;
begin
    if exponent = 0 then
        return array[fraction, -1074];
    end if;
    return array[fraction + 4503599627370496, exponent - 1075];
end $$;

create or replace function quarry_float_parts(a float8) returns bigint[] language plpgsql immutable parallel safe as $$
declare
    bits bigint := quarry_float_to_int_bits(a);
    exponent bigint := (bits >> 23) & 255;
    fraction bigint := bits & 8388607;
begin
    if exponent = 0 then
        return array[fraction, -149];
    end if;
    return array[fraction + 8388608, exponent - 150];
end $$;

create or replace function quarry_long_bits_to_double(bits bigint) returns float8 language plpgsql immutable parallel safe as $$
declare
    exponent bigint := (bits >> 52) & 2047;
    fraction bigint := bits & 4503599627370495;
begin
    if exponent = 2047 then
        return case when fraction = 0 then case when bits < 0 then '-Infinity' else 'Infinity' end::float8 end;
    end if;
    if exponent = 0 then
        return quarry_rounded_double(bits < 0, fraction, -1074);
    end if;
    return quarry_rounded_double(bits < 0, fraction + 4503599627370496, exponent - 1075);
end $$;

create or replace function quarry_int_bits_to_float(bits bigint) returns float8 language plpgsql immutable parallel safe as $$
declare
    exponent bigint := (bits >> 23) & 255;
    fraction bigint := bits & 8388607;
begin
    if exponent = 255 then
        return case when fraction = 0 then case when bits < 0 then '-Infinity' else 'Infinity' end::float8 end;
    end if;
    if exponent = 0 then
        return quarry_rounded_float(bits < 0, fraction, -149);
    end if;
    return quarry_rounded_float(bits < 0, fraction + 8388608, exponent - 150);
end $$;

create or replace function quarry_add_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    half float8;
begin
    if abs(a) < 8e307 and abs(b) < 8e307 then
        return a + b;
    end if;
    if a is null or b is null or abs(a) = 'Infinity' or abs(b) = 'Infinity' then
        return nullif(a + b, 'NaN');
    end if;
    -- one of them is so large that less than 1 is lost in rounding
    if abs(a) < 1 then
        return b;
    end if;
    if abs(b) < 1 then
        return a;
    end if;
    half := a / 2 + b / 2;
    if abs(half) > 8.988465674311579e307 then
        return sign(half) * 'Infinity'::float8;
    end if;
    return half * 2;
end $$;

create or replace function quarry_subtract_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    if abs(a) < 8e307 and abs(b) < 8e307 then
        return a - b;
    end if;
    return quarry_add_doubles(a, -b);
end $$;

create or replace function quarry_multiply_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    x bigint[];
    y bigint[];
begin
    if abs(a) between 1e-150 and 1e150 and abs(b) between 1e-150 and 1e150 then
        return a * b;
    end if;
    if a is null or b is null or a = 0 or b = 0 or abs(a) = 'Infinity' or abs(b) = 'Infinity' then
        return nullif(a * b, 'NaN');
    end if;
    x := quarry_double_parts(a);
    y := quarry_double_parts(b);
    return quarry_rounded_double((a < 0) <> (b < 0), x[1]::numeric * y[1], x[2] + y[2]);
end $$;

create or replace function quarry_divide_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    negative boolean;
    x bigint[];
    y bigint[];
    size numeric;
    quotient numeric;
begin
    if abs(a) between 1e-150 and 1e150 and abs(b) between 1e-150 and 1e150 then
        return a / b;
    end if;
    if a is null or b is null or (a = 0 and b = 0) or (abs(a) = 'Infinity' and abs(b) = 'Infinity') then
        return null;
    end if;
    negative := quarry_is_negative(a) <> quarry_is_negative(b);
    if b = 0 or abs(a) = 'Infinity' then
        return case when negative then '-Infinity' else 'Infinity' end::float8;
    end if;
    if a = 0 or abs(b) = 'Infinity' then
        return case when negative then '-0' else '0' end::float8;
    end if;
    x := quarry_double_parts(a);
    y := quarry_double_parts(b);
    -- more digits than are kept, and a last one that tells whether anything is left
    size := x[1]::numeric * 1329227995784915872903807060280344576;
    quotient := div(size, y[1]);
    return quarry_rounded_double(
        negative,
        quotient * 2 + case when quotient * y[1] = size then 0 else 1 end,
        x[2] - y[2] - 121);
end $$;

create or replace function quarry_remainder_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    x bigint[];
    y bigint[];
    scale bigint;
begin
    if a is null or b is null or b = 0 or abs(a) = 'Infinity' then
        return null;
    end if;
    if abs(a) < abs(b) then
        return a;
    end if;
    x := quarry_double_parts(a);
    y := quarry_double_parts(b);
    scale := least(x[2], y[2]);
    return quarry_rounded_double(
        quarry_is_negative(a),
        mod(x[1] * quarry_power_of_two(x[2] - scale), y[1] * quarry_power_of_two(y[2] - scale)),
        scale);
end $$;

create or replace function quarry_math_ieeeremainder(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    x bigint[];
    y bigint[];
    scale bigint;
    dividend numeric;
    divisor numeric;
    quotient numeric;
    rest numeric;
begin
    if a is null or b is null or b = 0 or abs(a) = 'Infinity' then
        return null;
    end if;
    if abs(b) = 'Infinity' or a = 0 then
        return a;
    end if;
    x := quarry_double_parts(a);
    y := quarry_double_parts(b);
    scale := least(x[2], y[2]);
    dividend := x[1] * quarry_power_of_two(x[2] - scale);
    divisor := y[1] * quarry_power_of_two(y[2] - scale);
    quotient := div(dividend, divisor);
    rest := dividend - quotient * divisor;
    if rest * 2 > divisor or (rest * 2 = divisor and mod(quotient, 2) = 1) then
        return quarry_rounded_double(a > 0, divisor - rest, scale);
    end if;
    return quarry_rounded_double(a < 0, rest, scale);
end $$;

create or replace function quarry_double_sum(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_add_doubles(a, b)
$$;

create or replace function quarry_min_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a < b then a when b < a then b when a = b then case when quarry_is_negative(a) then a else b end end;
end $$;

create or replace function quarry_max_doubles(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a > b then a when b > a then b when a = b then case when quarry_is_negative(a) then b else a end end;
end $$;

create or replace function quarry_double_max(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_max_doubles(a, b)
$$;

create or replace function quarry_double_min(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_min_doubles(a, b)
$$;

create or replace function quarry_float_max(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_max_doubles(a, b)
$$;

create or replace function quarry_float_min(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_min_doubles(a, b)
$$;

create or replace function quarry_to_float(a float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    -- halfway between the greatest float and the one that would follow
    if abs(a) >= 3.4028235677973366e38 then
        return sign(a) * 'Infinity'::float8;
    end if;
    -- half of the smallest one
    if abs(a) <= 7.006492321624085e-46 then
        return a * 0;
    end if;
    return a::float4::float8;
end $$;

create or replace function quarry_long_to_float(a bigint) returns float8 language sql immutable parallel safe as $$
    select a::float4::float8
$$;

create or replace function quarry_float_sum(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_to_float(nullif(a + b, 'NaN'))
$$;

create or replace function quarry_double_compare(a float8, b float8) returns bigint language plpgsql immutable parallel safe as $$
begin
    if a is null or b is null then
        return case when a is not null then -1 when b is not null then 1 else 0 end;
    end if;
    return case when a < b then -1 when a > b then 1 when a <> 0 then 0
        else quarry_is_negative(b)::int - quarry_is_negative(a)::int end;
end $$;

create or replace function quarry_float_compare(a float8, b float8) returns bigint language sql immutable parallel safe as $$
    select quarry_double_compare(a, b)
$$;

create or replace function quarry_double_hash(a float8) returns bigint language sql immutable parallel safe as $$
    select quarry_long_hash(quarry_double_to_long_bits(a))
$$;

create or replace function quarry_float_hash(a float8) returns bigint language sql immutable parallel safe as $$
    select quarry_float_to_int_bits(a)
$$;

create or replace function quarry_double_is_nan(a float8) returns bigint language sql immutable parallel safe as $$
    select (a is null)::int::bigint
$$;

create or replace function quarry_float_is_nan(a float8) returns bigint language sql immutable parallel safe as $$
    select (a is null)::int::bigint
$$;

create or replace function quarry_double_is_infinite(a float8) returns bigint language sql immutable parallel safe as $$
    select coalesce(abs(a) = 'Infinity', false)::int::bigint
$$;

create or replace function quarry_float_is_infinite(a float8) returns bigint language sql immutable parallel safe as $$
    select coalesce(abs(a) = 'Infinity', false)::int::bigint
$$;

create or replace function quarry_double_is_finite(a float8) returns bigint language sql immutable parallel safe as $$
    select coalesce(abs(a) < 'Infinity', false)::int::bigint
$$;

create or replace function quarry_float_is_finite(a float8) returns bigint language sql immutable parallel safe as $$
    select coalesce(abs(a) < 'Infinity', false)::int::bigint
$$;

-- A double as a whole number between two ends; 0 where it is not a number.
create or replace function quarry_double_to_long(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null then 0
        when a >= 9223372036854775808::float8 then 9223372036854775807
        when a <= (-9223372036854775808)::float8 then '-9223372036854775808'::bigint
        else trunc(a)::bigint end
$$;

create or replace function quarry_double_to_int(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null then 0
        when a >= 2147483647 then 2147483647
        when a <= -2147483648 then -2147483648
        else trunc(a)::bigint end
$$;
