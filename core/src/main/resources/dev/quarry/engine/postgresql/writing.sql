-- Whole numbers as texts, and texts as truth values.

create or replace function quarry_text_of_int(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_text_of_long(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_integer_to_text(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_long_to_text(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_short_to_text(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_byte_to_text(a bigint) returns text language sql immutable parallel safe as $$
    select a::text collate "C"
$$;

create or replace function quarry_text_of_boolean(a bigint) returns text language sql immutable parallel safe as $$
    select case a when 1 then 'true' when 0 then 'false' end collate "C"
$$;

create or replace function quarry_boolean_to_text(a bigint) returns text language sql immutable parallel safe as $$
    select case a when 1 then 'true' when 0 then 'false' end collate "C"
$$;

create or replace function quarry_parse_boolean(a text) returns bigint language sql immutable parallel safe as $$
    select (lower(a collate "C") = 'true')::int::bigint
$$;

-- A number without a sign to a radix from 2 to 36.
create or replace function quarry_digits(size numeric, radix bigint) returns text language plpgsql immutable parallel safe as $$
declare
    result text := '';
    rest numeric := size;
begin
    loop
        result := substr('0123456789abcdefghijklmnopqrstuvwxyz', mod(rest, radix)::int + 1, 1) || result;
        rest := div(rest, radix);
        exit when rest = 0 or rest is null;
    end loop;
    return result collate "C";
end $$;

create or replace function quarry_integer_to_hex(a bigint) returns text language sql immutable parallel safe as $$
    select to_hex(a & 4294967295) collate "C"
$$;

create or replace function quarry_integer_to_octal(a bigint) returns text language sql immutable parallel safe as $$
    select quarry_digits((a & 4294967295)::numeric, 8)
$$;

create or replace function quarry_integer_to_binary(a bigint) returns text language sql immutable parallel safe as $$
    select case when a = 0 then '0' else ltrim((a & 4294967295)::bit(64)::text, '0') end collate "C"
$$;

create or replace function quarry_integer_to_unsigned_text(a bigint) returns text language sql immutable parallel safe as $$
    select ((a & 4294967295)::numeric)::text collate "C"
$$;

create or replace function quarry_integer_to_unsigned_text_radix(a bigint, radix bigint) returns text language sql immutable parallel safe as $$
    select quarry_digits((a & 4294967295)::numeric, case when radix between 2 and 36 then radix when radix is not null then 10 end)
$$;

create or replace function quarry_integer_to_text_radix(a bigint, radix bigint) returns text language sql immutable parallel safe as $$
    select case when a < 0 then '-' else '' end || quarry_digits(abs(a::numeric), case when radix between 2 and 36 then radix when radix is not null then 10 end)
$$;

create or replace function quarry_long_to_hex(a bigint) returns text language sql immutable parallel safe as $$
    select to_hex(a) collate "C"
$$;

create or replace function quarry_long_to_octal(a bigint) returns text language sql immutable parallel safe as $$
    select quarry_digits(quarry_unsigned(a), 8)
$$;

create or replace function quarry_long_to_binary(a bigint) returns text language sql immutable parallel safe as $$
    select case when a = 0 then '0' else ltrim((a)::bit(64)::text, '0') end collate "C"
$$;

create or replace function quarry_long_to_unsigned_text(a bigint) returns text language sql immutable parallel safe as $$
    select (quarry_unsigned(a))::text collate "C"
$$;

create or replace function quarry_long_to_unsigned_text_radix(a bigint, radix bigint) returns text language sql immutable parallel safe as $$
    select quarry_digits(quarry_unsigned(a), case when radix between 2 and 36 then radix when radix is not null then 10 end)
$$;

create or replace function quarry_long_to_text_radix(a bigint, radix bigint) returns text language sql immutable parallel safe as $$
    select case when a < 0 then '-' else '' end || quarry_digits(abs(a::numeric), case when radix between 2 and 36 then radix when radix is not null then 10 end)
$$;
