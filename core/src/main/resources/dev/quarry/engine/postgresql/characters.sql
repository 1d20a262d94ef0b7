-- Chars and code points, as far as no table of Unicode is asked, which grows from one JDK to the next.

create or replace function quarry_code_point_is_whitespace(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c in (9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8200, 8201, 8202, 8232, 8233, 8287, 12288))::int::bigint
$$;

create or replace function quarry_character_is_whitespace(c bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_is_whitespace(c)
$$;

create or replace function quarry_code_point_is_space_char(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c in (32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288))::int::bigint
$$;

create or replace function quarry_character_is_space_char(c bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_is_space_char(c)
$$;

create or replace function quarry_character_is_surrogate(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 55296 and 57343)::int::bigint
$$;

create or replace function quarry_character_is_high_surrogate(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 55296 and 56319)::int::bigint
$$;

create or replace function quarry_character_is_low_surrogate(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 56320 and 57343)::int::bigint
$$;

create or replace function quarry_code_point_is_isocontrol(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 0 and 31 or c between 127 and 159)::int::bigint
$$;

create or replace function quarry_character_is_isocontrol(c bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_is_isocontrol(c)
$$;

create or replace function quarry_code_point_char_count(c bigint) returns bigint language sql immutable parallel safe as $$
    select case when c >= 65536 then 2 else 1 end::bigint + 0 * c
$$;

create or replace function quarry_code_point_high_surrogate(c bigint) returns bigint language sql immutable parallel safe as $$
    select ((((c & 4294967295) >> 10) + 55232) & 65535)
$$;

create or replace function quarry_code_point_low_surrogate(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c & 1023) + 56320
$$;

create or replace function quarry_code_point_is_bmp_code_point(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 0 and 65535)::int::bigint
$$;

create or replace function quarry_code_point_is_supplementary_code_point(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 65536 and 1114111)::int::bigint
$$;

create or replace function quarry_code_point_is_valid_code_point(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c between 0 and 1114111)::int::bigint
$$;

create or replace function quarry_character_reverse_bytes(c bigint) returns bigint language sql immutable parallel safe as $$
    select (c & 255) << 8 | (c >> 8)
$$;

create or replace function quarry_character_is_surrogate_pair(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select (a between 55296 and 56319)::int::bigint & (b between 56320 and 57343)::int::bigint
$$;

create or replace function quarry_character_to_code_point(a bigint, b bigint) returns bigint language sql immutable parallel safe as $$
    select (a << 10) + b - 56613888
$$;

create or replace function quarry_character_for_digit(a bigint, radix bigint) returns bigint language sql immutable parallel safe as $$
    select case when a is null or radix is null then null when radix < 2 or radix > 36 or a < 0 or a >= radix then 0 when a < 10 then 48 + a else 87 + a end
$$;
