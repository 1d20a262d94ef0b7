-- Texts of Java, counted and ordered in chars: a character from U+10000 on is two of them. Each text here is one that a store can
-- hold. The encoding of the database is UTF-8.

-- A text with each char in a place of its own: the halves of a pair are characters that only stand for them, from U+F0000 on,
-- since no character above U+FFFF is left that stands for itself.
create or replace function quarry_chars(a text) returns text language plpgsql immutable parallel safe as $$
declare
    result text := '';
    piece text;
    code bigint;
begin
    if a is null or octet_length(a) = length(a) or a !~ '[\U00010000-\U0010FFFF]' collate "C" then
        return a;
    end if;
    for piece in select * from regexp_split_to_table(a, '') loop
        code := ascii(piece);
        if code >= 65536 then
            result := result || chr((983040 + ((code - 65536) >> 10))::int) || chr((984064 + ((code - 65536) & 1023))::int);
        else
            result := result || piece;
        end if;
    end loop;
    return result;
end $$;

-- A char at a place from 1 on of such a text, as its number.
create or replace function quarry_char(chars text, place bigint) returns bigint language sql immutable parallel safe as $$
    select case when ascii(substr(chars, place::int, 1)) >= 983040 then ascii(substr(chars, place::int, 1)) - 983040 + 55296
        else ascii(substr(chars, place::int, 1)) end::bigint
$$;

create or replace function quarry_length(a text) returns bigint language plpgsql immutable parallel safe as $$
begin
    if octet_length(a) = length(a) then
        return length(a);
    end if;
    return length(a) + length(regexp_replace(a collate "C", '[^\U00010000-\U0010FFFF]', '', 'g'));
end $$;

create or replace function quarry_compare_texts(a text, b text) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text;
    y text;
    same int := 0;
    step int;
begin
    if a = b then
        return 0;
    end if;
    x := quarry_chars(a);
    y := quarry_chars(b);
    step := least(length(x), length(y));
    if left(x, step) = left(y, step) then
        return length(x) - length(y);
    end if;
    while step > 0 loop
        step := case when step = 1 then 0 else (step + 1) / 2 end;
        if step = 0 then
            exit;
        end if;
        if left(x, same + step) = left(y, same + step) then
            same := same + step;
        end if;
    end loop;
    while left(x, same + 1) = left(y, same + 1) loop
        same := same + 1;
    end loop;
    return quarry_char(x, same + 1) - quarry_char(y, same + 1);
end $$;

create or replace function quarry_content_equals(a text, b text) returns bigint language sql immutable parallel safe as $$
    select (a = b)::int::bigint
$$;

create or replace function quarry_starts_with(a text, b text) returns bigint language sql immutable parallel safe as $$
    select (left(a, length(b)) = b)::int::bigint
$$;

create or replace function quarry_ends_with(a text, b text) returns bigint language sql immutable parallel safe as $$
    select (right(a, length(b)) = b)::int::bigint
$$;

create or replace function quarry_text_contains(a text, b text) returns bigint language sql immutable parallel safe as $$
    select (strpos(a, b) > 0)::int::bigint
$$;

create or replace function quarry_concat(a text, b text) returns text language sql immutable parallel safe as $$
    select (a || b) collate "C"
$$;

create or replace function quarry_starts_with_from(a text, b text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
    y text := quarry_chars(b);
begin
    if x is null or y is null or i is null then
        return null;
    end if;
    if i < 0 or i + length(y) > length(x) then
        return 0;
    end if;
    return (substr(x, i::int + 1, length(y)) = y)::int;
end $$;

-- The place of one text of chars in another, from an index on, both counted from 0; -1 if there is none.
create or replace function quarry_place(x text, y text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    start bigint := greatest(i, 0);
    place bigint;
begin
    if x is null or y is null or i is null then
        return null;
    end if;
    if start > length(x) then
        return case when y = '' then length(x) else -1 end;
    end if;
    place := strpos(substr(x, start::int + 1), y);
    return case when place = 0 then -1 else place - 1 + start end;
end $$;

-- The same from an index backwards.
create or replace function quarry_last_place(x text, y text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    start bigint := least(i, length(x) - length(y));
    place bigint;
begin
    if x is null or y is null or i is null then
        return null;
    end if;
    if start < 0 then
        return -1;
    end if;
    if y = '' then
        return start;
    end if;
    place := strpos(reverse(left(x, (start + length(y))::int)), reverse(y));
    return case when place = 0 then -1 else start - place + 1 end;
end $$;

-- A code point as a text of chars; an empty text if there is none that a text can hold.
create or replace function quarry_code_point_chars(c bigint) returns text language sql immutable parallel safe as $$
    select case when c between 55296 and 57343 then chr((c - 55296 + 983040)::int)
        when c between 1 and 1114111 then quarry_chars(chr(c::int)) else '' end
$$;

create or replace function quarry_index_of(a text, b text) returns bigint language sql immutable parallel safe as $$
    select quarry_place(quarry_chars(a), quarry_chars(b), 0)
$$;

create or replace function quarry_index_of_from(a text, b text, i bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_place(quarry_chars(a), quarry_chars(b), i)
$$;

create or replace function quarry_last_index_of(a text, b text) returns bigint language sql immutable parallel safe as $$
    select quarry_last_place(quarry_chars(a), quarry_chars(b), 2147483647)
$$;

create or replace function quarry_last_index_of_from(a text, b text, i bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_last_place(quarry_chars(a), quarry_chars(b), i)
$$;

create or replace function quarry_index_of_char_from(a text, c bigint, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    part text := quarry_code_point_chars(c);
begin
    if a is null or c is null or i is null then
        return null;
    end if;
    return case when part = '' then -1 else quarry_place(quarry_chars(a), part, i) end;
end $$;

create or replace function quarry_index_of_char(a text, c bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_index_of_char_from(a, c, 0)
$$;

create or replace function quarry_last_index_of_char_from(a text, c bigint, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    part text := quarry_code_point_chars(c);
begin
    if a is null or c is null or i is null then
        return null;
    end if;
    return case when part = '' then -1 else quarry_last_place(quarry_chars(a), part, i) end;
end $$;

create or replace function quarry_last_index_of_char(a text, c bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_last_index_of_char_from(a, c, 2147483647)
$$;

create or replace function quarry_char_at(a text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
begin
    return case when i >= 0 and i < length(x) then quarry_char(x, i + 1) end;
end $$;

-- The code point that begins at a place from 1 on.
create or replace function quarry_code_point(x text, place bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    high bigint := quarry_char(x, place);
    low bigint;
begin
    if high between 55296 and 56319 and place < length(x) then
        low := quarry_char(x, place + 1);
        if low between 56320 and 57343 then
            return 65536 + ((high - 55296) << 10) + low - 56320;
        end if;
    end if;
    return high;
end $$;

create or replace function quarry_code_point_at(a text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
begin
    return case when i >= 0 and i < length(x) then quarry_code_point(x, i + 1) end;
end $$;

create or replace function quarry_code_point_before(a text, i bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
begin
    if i is null or i < 1 or i > length(x) then
        return null;
    end if;
    if i > 1 and quarry_char(x, i) between 56320 and 57343 and quarry_char(x, i - 1) between 55296 and 56319 then
        return quarry_code_point(x, i - 1);
    end if;
    return quarry_char(x, i);
end $$;

create or replace function quarry_code_point_count(a text, i bigint, j bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
    part text;
begin
    if a is null or i is null or j is null or i < 0 or j > length(x) or i > j then
        return null;
    end if;
    part := substr(x, i::int + 1, (j - i)::int);
    return j - i - (length(part) - length(regexp_replace(part collate "C", '[\U000F0000-\U000F03FF][\U000F0400-\U000F07FF]', 'x', 'g')));
end $$;

create or replace function quarry_offset_by_code_points(a text, i bigint, n bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
    at bigint := i;
    left_over bigint := abs(n);
begin
    if a is null or i is null or n is null or i < 0 or i > length(x) then
        return null;
    end if;
    while left_over > 0 loop
        if n > 0 then
            if at >= length(x) then
                return null;
            end if;
            at := at + case when quarry_code_point(x, at + 1) >= 65536 then 2 else 1 end;
        else
            if at <= 0 then
                return null;
            end if;
            at := at - case when at > 1 and quarry_char(x, at) between 56320 and 57343
                and quarry_char(x, at - 1) between 55296 and 56319 then 2 else 1 end;
        end if;
        left_over := left_over - 1;
    end loop;
    return at;
end $$;

create or replace function quarry_character_code_point_at(a text, i bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_at(a, i)
$$;

create or replace function quarry_character_code_point_before(a text, i bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_before(a, i)
$$;

create or replace function quarry_character_code_point_count(a text, i bigint, j bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_code_point_count(a, i, j)
$$;

create or replace function quarry_character_offset_by_code_points(a text, i bigint, n bigint) returns bigint language sql immutable parallel safe as $$
    select quarry_offset_by_code_points(a, i, n)
$$;

create or replace function quarry_text_hash(a text) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
    hash bigint := 0;
    piece text;
    code bigint;
begin
    if a is null then
        return null;
    end if;
    if a <> '' then
        for piece in select * from regexp_split_to_table(x, '') loop
            code := ascii(piece);
            hash := (hash * 31 + case when code >= 983040 then code - 983040 + 55296 else code end) & 4294967295;
        end loop;
    end if;
    return quarry_wrapped_int(hash);
end $$;

create or replace function quarry_region_matches(a text, i bigint, b text, j bigint, n bigint) returns bigint language plpgsql immutable parallel safe as $$
declare
    x text := quarry_chars(a);
    y text := quarry_chars(b);
begin
    if a is null or b is null or i is null or j is null or n is null then
        return null;
    end if;
    if i < 0 or j < 0 or i + n > length(x) or j + n > length(y) then
        return 0;
    end if;
    return (n <= 0 or substr(x, i::int + 1, n::int) = substr(y, j::int + 1, n::int))::int;
end $$;

-- White space as Character.isWhitespace has it, which is the same on every JDK from 17 on; trim() takes what is at or below
-- the blank.

create or replace function quarry_is_blank(a text) returns bigint language sql immutable parallel safe as $$
    select (btrim(a, U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000') = '')::int::bigint
$$;

create or replace function quarry_strip(a text) returns text language sql immutable parallel safe as $$
    select btrim(a, U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000') collate "C"
$$;

create or replace function quarry_strip_leading(a text) returns text language sql immutable parallel safe as $$
    select ltrim(a, U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000') collate "C"
$$;

create or replace function quarry_strip_trailing(a text) returns text language sql immutable parallel safe as $$
    select rtrim(a, U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000') collate "C"
$$;

create or replace function quarry_trim(a text) returns text language sql immutable parallel safe as $$
    select btrim(a, U&'\0001\0002\0003\0004\0005\0006\0007\0008\0009\000A\000B\000C\000D\000E\000F\0010\0011\0012\0013\0014\0015\0016\0017\0018\0019\001A\001B\001C\001D\001E\001F\0020') collate "C"
$$;
