-- Methods of Math that are exact by IEEE 754. Those that computers approximate differ between Java and C, and are not here.

create or replace function quarry_math_floor(a float8) returns float8 language sql immutable parallel safe as $$ select floor(a) $$;

create or replace function quarry_math_ceil(a float8) returns float8 language sql immutable parallel safe as $$ select ceil(a) $$;

create or replace function quarry_math_rint(a float8) returns float8 language sql immutable parallel safe as $$ select round(a) $$;

create or replace function quarry_math_sqrt(a float8) returns float8 language sql immutable parallel safe as $$
    select case when a >= 0 then sqrt(a) end
$$;

create or replace function quarry_math_to_radians(a float8) returns float8 language sql immutable parallel safe as $$
    select quarry_multiply_doubles(a, 0.017453292519943295::float8)
$$;

create or replace function quarry_math_to_degrees(a float8) returns float8 language sql immutable parallel safe as $$
    select quarry_multiply_doubles(a, 57.29577951308232::float8)
$$;

create or replace function quarry_math_signum(a float8) returns float8 language sql immutable parallel safe as $$
    select case when a > 0 then 1::float8 when a < 0 then -1::float8 else a end
$$;

create or replace function quarry_math_signum_float(a float8) returns float8 language sql immutable parallel safe as $$
    select quarry_math_signum(a)
$$;

create or replace function quarry_math_copy_sign(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select case when quarry_is_negative(b) then -abs(a) else abs(a) end
$$;

create or replace function quarry_math_copy_sign_float(a float8, b float8) returns float8 language sql immutable parallel safe as $$
    select quarry_math_copy_sign(a, b)
$$;

create or replace function quarry_math_ulp(a float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a is null then null when abs(a) = 'Infinity' then abs(a)
        else quarry_rounded_double(false, 1, (quarry_double_parts(a))[2]) end;
end $$;

create or replace function quarry_math_ulp_float(a float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a is null then null when abs(a) = 'Infinity' then abs(a)
        else quarry_rounded_float(false, 1, (quarry_float_parts(a))[2]) end;
end $$;

create or replace function quarry_math_next_up(a float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    parts bigint[];
begin
    if a is null or a = 'Infinity' then
        return a;
    end if;
    if a = '-Infinity' then
        return -1.7976931348623157e308;
    end if;
    parts := quarry_double_parts(a);
    if a >= 0 then
        return quarry_rounded_double(false, parts[1] + 1, parts[2]);
    end if;
    -- below a power of two the numbers are twice as dense
    if parts[1] = 4503599627370496 and parts[2] > -1074 then
        return quarry_rounded_double(true, parts[1] * 2 - 1, parts[2] - 1);
    end if;
    return quarry_rounded_double(true, parts[1] - 1, parts[2]);
end $$;

create or replace function quarry_math_next_up_float(a float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    parts bigint[];
begin
    if a is null or a = 'Infinity' then
        return a;
    end if;
    if a = '-Infinity' then
        return -3.4028234663852886e38;
    end if;
    parts := quarry_float_parts(a);
    if a >= 0 then
        return quarry_rounded_float(false, parts[1] + 1, parts[2]);
    end if;
    if parts[1] = 8388608 and parts[2] > -149 then
        return quarry_rounded_float(true, parts[1] * 2 - 1, parts[2] - 1);
    end if;
    return quarry_rounded_float(true, parts[1] - 1, parts[2]);
end $$;

create or replace function quarry_math_next_down(a float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a = 0 then -4.9406564584124654e-324 else -quarry_math_next_up(-a) end;
end $$;

create or replace function quarry_math_next_down_float(a float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a = 0 then -1.401298464324817e-45 else -quarry_math_next_up_float(-a) end;
end $$;

create or replace function quarry_math_next_after(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a = b then b when a < b then quarry_math_next_up(a) when a > b then quarry_math_next_down(a) end;
end $$;

create or replace function quarry_math_next_after_float(a float8, b float8) returns float8 language plpgsql immutable parallel safe as $$
begin
    return case when a = b then b when a < b then quarry_math_next_up_float(a)
        when a > b then quarry_math_next_down_float(a) end;
end $$;

create or replace function quarry_math_get_exponent(a float8) returns bigint language sql immutable parallel safe as $$
    select ((quarry_double_to_long_bits(a) >> 52) & 2047) - 1023
$$;

create or replace function quarry_math_get_exponent_float(a float8) returns bigint language sql immutable parallel safe as $$
    select ((quarry_float_to_int_bits(a) >> 23) & 255) - 127
$$;

create or replace function quarry_math_scalb(a float8, n bigint) returns float8 language plpgsql immutable parallel safe as $$
declare
    parts bigint[];
begin
    if n is null then
        return null;
    end if;
    if a is null or a = 0 or abs(a) = 'Infinity' then
        return a;
    end if;
    parts := quarry_double_parts(a);
    return quarry_rounded_double(a < 0, parts[1], parts[2] + greatest(-4000, least(4000, n)));
end $$;

create or replace function quarry_math_scalb_float(a float8, n bigint) returns float8 language plpgsql immutable parallel safe as $$
declare
    parts bigint[];
begin
    if n is null then
        return null;
    end if;
    if a is null or a = 0 or abs(a) = 'Infinity' then
        return a;
    end if;
    parts := quarry_float_parts(a);
    return quarry_rounded_float(a < 0, parts[1], parts[2] + greatest(-4000, least(4000, n)));
end $$;

-- a * b + c as size and scale; the size has a sign. All are finite.
create or replace function quarry_exact_fma(a float8, b float8, c float8, out size numeric, out scale bigint)
language plpgsql immutable parallel safe as $$
declare
    x bigint[] := quarry_double_parts(a);
    y bigint[] := quarry_double_parts(b);
    z bigint[] := quarry_double_parts(c);
begin
    scale := least(x[2] + y[2], z[2]);
    size := x[1]::numeric * y[1] * case when (a < 0) = (b < 0) then 1 else -1 end * quarry_power_of_two(x[2] + y[2] - scale)
        + z[1]::numeric * case when c < 0 then -1 else 1 end * quarry_power_of_two(z[2] - scale);
end $$;

create or replace function quarry_math_fma(a float8, b float8, c float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    exact record;
begin
    if a is null or b is null or c is null then
        return null;
    end if;
    if abs(a) = 'Infinity' or abs(b) = 'Infinity' or abs(c) = 'Infinity' or a = 0 or b = 0 then
        return quarry_add_doubles(
            case when abs(c) = 'Infinity' and abs(a) < 'Infinity' and abs(b) < 'Infinity' then 0
                else quarry_multiply_doubles(a, b) end,
            c);
    end if;
    exact := quarry_exact_fma(a, b, c);
    return quarry_rounded_double(exact.size < 0, abs(exact.size), exact.scale);
end $$;

create or replace function quarry_math_fma_float(a float8, b float8, c float8) returns float8 language plpgsql immutable parallel safe as $$
declare
    exact record;
begin
    if a is null or b is null or c is null then
        return null;
    end if;
    if abs(a) = 'Infinity' or abs(b) = 'Infinity' or abs(c) = 'Infinity' or a = 0 or b = 0 then
        return quarry_to_float(quarry_math_fma(a, b, c));
    end if;
    exact := quarry_exact_fma(a, b, c);
    return quarry_rounded_float(exact.size < 0, abs(exact.size), exact.scale);
end $$;

create or replace function quarry_math_round(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null then 0
        when a >= 9223372036854775808::float8 then 9223372036854775807
        when a <= (-9223372036854775808)::float8 then '-9223372036854775808'::bigint
        else floor(a)::bigint + case when a - floor(a) >= 0.5 then 1 else 0 end end
$$;

create or replace function quarry_math_round_float(a float8) returns bigint language sql immutable parallel safe as $$
    select case when a is null then 0
        when a >= 2147483647 then 2147483647
        when a <= -2147483648 then -2147483648
        else floor(a)::bigint + case when a - floor(a) >= 0.5 then 1 else 0 end end
$$;
