-- The bits of whole numbers.

create or replace function quarry_integer_bit_count(a bigint) returns bigint language sql immutable parallel safe as $$
    select length(replace((a & 4294967295)::bit(64)::text, '0', ''))::bigint
$$;

create or replace function quarry_long_bit_count(a bigint) returns bigint language sql immutable parallel safe as $$
    select length(replace(a::bit(64)::text, '0', ''))::bigint
$$;

create or replace function quarry_integer_reverse(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(reverse(right(a::bit(64)::text, 32))::bit(32)::bit(64)::bigint >> 32)
$$;

create or replace function quarry_long_reverse(a bigint) returns bigint language sql immutable parallel safe as $$
    select reverse(a::bit(64)::text)::bit(64)::bigint
$$;

create or replace function quarry_integer_reverse_bytes(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(((a & 255) << 24) | ((a & 65280) << 8) | ((a >> 8) & 65280) | ((a >> 24) & 255))
$$;

create or replace function quarry_short_reverse_bytes(a bigint) returns bigint language sql immutable parallel safe as $$
    select (((((a & 255) << 8) | ((a >> 8) & 255)) + 32768) & 65535) - 32768
$$;

create or replace function quarry_long_reverse_bytes(a bigint) returns bigint language sql immutable parallel safe as $$
    select ((a & 255) << 56) | ((a >> 8 & 255) << 48) | ((a >> 16 & 255) << 40) | ((a >> 24 & 255) << 32)
        | ((a >> 32 & 255) << 24) | ((a >> 40 & 255) << 16) | ((a >> 48 & 255) << 8) | (a >> 56 & 255)
$$;

create or replace function quarry_long_leading_zeros(a bigint) returns bigint language sql immutable parallel safe as $$
    select case strpos(a::bit(64)::text, '1') when 0 then 64 else strpos(a::bit(64)::text, '1') - 1 end::bigint
$$;

create or replace function quarry_long_trailing_zeros(a bigint) returns bigint language sql immutable parallel safe as $$
    select case strpos(a::bit(64)::text, '1') when 0 then 64 else strpos(reverse(a::bit(64)::text), '1') - 1 end::bigint
$$;

create or replace function quarry_integer_leading_zeros(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_long_leading_zeros(a & 4294967295) - 32
$$;

create or replace function quarry_integer_trailing_zeros(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a = 0 then 32 else quarry_long_trailing_zeros(a) end
$$;

create or replace function quarry_long_highest_one_bit(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a = 0 then 0 else 1::bigint << (63 - quarry_long_leading_zeros(a))::int end
$$;

create or replace function quarry_integer_highest_one_bit(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a = 0 then 0 else quarry_wrapped_int(1::bigint << (31 - quarry_integer_leading_zeros(a))::int) end
$$;

create or replace function quarry_long_lowest_one_bit(a bigint) returns bigint language sql immutable parallel safe as $$
    select case when a = 0 then 0 else 1::bigint << quarry_long_trailing_zeros(a)::int end
$$;

create or replace function quarry_integer_lowest_one_bit(a bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(a & -a)
$$;

create or replace function quarry_long_rotate_left(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select case when n & 63 = 0 then a
        else (a << (n & 63)::int) | quarry_shift_long_unsigned(a, 64 - (n & 63)) end
$$;

create or replace function quarry_long_rotate_right(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_long_rotate_left(a, -n)
$$;

create or replace function quarry_integer_rotate_left(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_wrapped_int(((a & 4294967295) << (n & 31)::int) | ((a & 4294967295) >> (32 - (n & 31))::int))
$$;

create or replace function quarry_integer_rotate_right(a bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_integer_rotate_left(a, -n)
$$;
