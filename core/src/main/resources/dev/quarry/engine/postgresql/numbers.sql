-- Whole numbers of Java, each as a bigint; truth values as 1 and 0. NULL where Java throws.

create or replace function quarry_wrapped_int(a bigint) returns bigint language sql immutable parallel safe as $$
    select ((a & 4294967295) + 2147483648 & 4294967295) - 2147483648
$$;

create or replace function quarry_wrapped_long(a numeric) returns bigint language sql immutable parallel safe as $$
    select (mod(mod(a + 9223372036854775808, 18446744073709551616) + 18446744073709551616, 18446744073709551616)
        - 9223372036854775808)::bigint
$$;

-- The quotient at or below the exact one, for a divisor above zero; that of numeric is rounded.
create or replace function quarry_floor(a numeric, b numeric) returns numeric language sql immutable parallel safe as $$
    select div(a, b) - case when mod(a, b) < 0 then 1 else 0 end
$$;

-- A long as the number that its bits are without a sign.
create or replace function quarry_unsigned(a bigint) returns numeric language sql immutable parallel safe as $$
    select case when a < 0 then a::numeric + 18446744073709551616 else a::numeric end
$$;

create or replace function quarry_add_longs(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    if a between -4611686018427387904 and 4611686018427387903
            and b between -4611686018427387904 and 4611686018427387903 then
        return a + b;
    end if;
    return quarry_wrapped_long(a::numeric + b);
end $$;

create or replace function quarry_subtract_longs(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    if a between -4611686018427387904 and 4611686018427387903
            and b between -4611686018427387904 and 4611686018427387903 then
        return a - b;
    end if;
    return quarry_wrapped_long(a::numeric - b);
end $$;

create or replace function quarry_multiply_longs(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    if a between -3037000499 and 3037000499 and b between -3037000499 and 3037000499 then
        return a * b;
    end if;
    return quarry_wrapped_long(a::numeric * b);
end $$;

create or replace function quarry_divide_longs(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    if b = -1 then
        return quarry_subtract_longs(0, a);
    end if;
    return a / nullif(b, 0);
end $$;

create or replace function quarry_xor_longs(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a # b
$$;

create or replace function quarry_shift_long_unsigned(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select case when n & 63 = 0 then a
        else (a >> (n & 63)::int) & ~((-1)::bigint << (64 - (n & 63))::int) end
$$;

create or replace function quarry_abs_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a = '-9223372036854775808'::bigint then a else abs(a) end
$$;

create or replace function quarry_integer_signum(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a > 0 then 1::bigint when a < 0 then -1::bigint when a = 0 then 0::bigint end
$$;

create or replace function quarry_long_signum(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a > 0 then 1::bigint when a < 0 then -1::bigint when a = 0 then 0::bigint end
$$;

create or replace function quarry_integer_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a < b then -1::bigint when a > b then 1::bigint when a = b then 0::bigint end
$$;

create or replace function quarry_long_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a < b then -1::bigint when a > b then 1::bigint when a = b then 0::bigint end
$$;

create or replace function quarry_boolean_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a - b
$$;

create or replace function quarry_short_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a - b
$$;

create or replace function quarry_byte_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a - b
$$;

create or replace function quarry_character_compare(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a - b
$$;

create or replace function quarry_short_compare_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select (a & 65535) - (b & 65535)
$$;

create or replace function quarry_byte_compare_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select (a & 255) - (b & 255)
$$;

create or replace function quarry_integer_compare_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_integer_compare(a & 4294967295, b & 4294967295)
$$;

create or replace function quarry_long_compare_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when quarry_unsigned(a) < quarry_unsigned(b) then -1::bigint
        when quarry_unsigned(a) > quarry_unsigned(b) then 1::bigint when a = b then 0::bigint end
$$;

create or replace function quarry_integer_divide_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int((a & 4294967295) / nullif(b & 4294967295, 0))
$$;

create or replace function quarry_integer_remainder_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int((a & 4294967295) % nullif(b & 4294967295, 0))
$$;

create or replace function quarry_long_divide_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_long(div(quarry_unsigned(a), nullif(quarry_unsigned(b), 0)))
$$;

create or replace function quarry_long_remainder_unsigned(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_long(mod(quarry_unsigned(a), nullif(quarry_unsigned(b), 0)))
$$;

create or replace function quarry_integer_hash(a bigint) returns bigint language sql immutable parallel safe as $$ select a $$;

create or replace function quarry_short_hash(a bigint) returns bigint language sql immutable parallel safe as $$ select a $$;

create or replace function quarry_byte_hash(a bigint) returns bigint language sql immutable parallel safe as $$ select a $$;

create or replace function quarry_character_hash(a bigint) returns bigint language sql immutable parallel safe as $$ select a $$;

create or replace function quarry_boolean_hash(a bigint) returns bigint language sql immutable parallel safe as $$
    select case a when 1 then 1231::bigint when 0 then 1237::bigint end
$$;

create or replace function quarry_long_hash(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(a # (a >> 32))
$$;

create or replace function quarry_short_to_unsigned_int(a bigint) returns bigint language sql immutable parallel safe as $$
    select a & 65535
$$;

create or replace function quarry_short_to_unsigned_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select a & 65535
$$;

create or replace function quarry_byte_to_unsigned_int(a bigint) returns bigint language sql immutable parallel safe as $$
    select a & 255
$$;

create or replace function quarry_byte_to_unsigned_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select a & 255
$$;

create or replace function quarry_integer_to_unsigned_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select a & 4294967295
$$;

create or replace function quarry_integer_sum(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(a + b)
$$;

create or replace function quarry_integer_max(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= b then a when b > a then b end
$$;

create or replace function quarry_integer_min(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a <= b then a when b < a then b end
$$;

create or replace function quarry_long_sum(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_add_longs(a, b)
$$;

create or replace function quarry_long_max(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= b then a when b > a then b end
$$;

create or replace function quarry_long_min(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select case when a <= b then a when b < a then b end
$$;

create or replace function quarry_boolean_logical_and(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a & b
$$;

create or replace function quarry_boolean_logical_or(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a | b
$$;

create or replace function quarry_boolean_logical_xor(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a # b
$$;

create or replace function quarry_check_index(i bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when i >= 0 and i < length then i end
$$;

create or replace function quarry_check_from_to_index(a bigint, b bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= 0 and a <= b and b <= length then a end
$$;

create or replace function quarry_check_from_index_size(a bigint, size bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= 0 and size >= 0 and a::numeric + size <= length then a end
$$;

create or replace function quarry_check_index_long(i bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when i >= 0 and i < length then i end
$$;

create or replace function quarry_check_from_to_index_long(a bigint, b bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= 0 and a <= b and b <= length then a end
$$;

create or replace function quarry_check_from_index_size_long(a bigint, size bigint, length bigint) returns bigint language sql immutable parallel safe as $$
    select case when a >= 0 and size >= 0 and a::numeric + size <= length then a end
$$;

-- Arithmetic that throws where it overflows.

create or replace function quarry_exact_int(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a between -2147483648 and 2147483647 then a end
$$;

create or replace function quarry_exact_long(a numeric) returns bigint language sql immutable parallel safe as $$
    select case when a between -9223372036854775808 and 9223372036854775807 then a::bigint end
$$;

create or replace function quarry_math_add_exact(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a + b)
$$;

create or replace function quarry_math_subtract_exact(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a - b)
$$;

create or replace function quarry_math_multiply_exact(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a * b)
$$;

create or replace function quarry_math_negate_exact(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(-a)
$$;

create or replace function quarry_math_increment_exact(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a + 1)
$$;

create or replace function quarry_math_decrement_exact(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a - 1)
$$;

create or replace function quarry_math_abs_exact(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(abs(a))
$$;

create or replace function quarry_math_to_int_exact(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_int(a)
$$;

create or replace function quarry_math_add_exact_long(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric + b)
$$;

create or replace function quarry_math_subtract_exact_long(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric - b)
$$;

create or replace function quarry_math_multiply_exact_long(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric * b)
$$;

create or replace function quarry_math_multiply_exact_mixed(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric * b)
$$;

create or replace function quarry_math_negate_exact_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(-(a::numeric))
$$;

create or replace function quarry_math_increment_exact_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric + 1)
$$;

create or replace function quarry_math_decrement_exact_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(a::numeric - 1)
$$;

create or replace function quarry_math_abs_exact_long(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_exact_long(abs(a::numeric))
$$;

create or replace function quarry_math_multiply_full(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select a * b
$$;

create or replace function quarry_math_multiply_high(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_floor(a::numeric * b, 18446744073709551616)::bigint
$$;

-- The quotient below the exact one, and what it leaves.

create or replace function quarry_math_floor_div_long(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
begin
    if b = -1 then
        return quarry_subtract_longs(0, a);
    end if;
    return a / nullif(b, 0) - case when a % nullif(b, 0) <> 0 and (a < 0) <> (b < 0) then 1 else 0 end;
end $$;

create or replace function quarry_math_floor_mod_long(a bigint, b bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    rest bigint := a % nullif(b, 0);
begin
    return case when rest <> 0 and (rest < 0) <> (b < 0) then rest + b else rest end;
end $$;

create or replace function quarry_math_floor_div(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(quarry_math_floor_div_long(a, b))
$$;

create or replace function quarry_math_floor_mod(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_math_floor_mod_long(a, b)
$$;

create or replace function quarry_math_floor_div_mixed(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_math_floor_div_long(a, b)
$$;

create or replace function quarry_math_floor_mod_mixed(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_math_floor_mod_long(a, b)
$$;
