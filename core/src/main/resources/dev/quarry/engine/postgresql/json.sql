-- Changes of one form of JSON into another; what stores hold is canonical.

-- The elements of an array or the entries of an object, each floating-point number replaced by its bits.
create or replace function quarry_real_bits(a text) returns text language sql immutable parallel safe as $$
    select case when left(a, 1) = '[' then
        (select '[' || coalesce(string_agg(quarry_double_to_long_bits(value::float8)::text, ',' order by place), '') || ']'
            from json_array_elements_text(a::json) with ordinality as elements(value, place))
    when left(a, 1) = '{' then
        (select '{' || coalesce(string_agg(
                to_json(key)::text || ':' || quarry_double_to_long_bits(value::float8)::text, ',' order by place), '') || '}'
            from json_each_text(a::json) with ordinality as entries(key, value, place)) end
$$;

-- The same text for all arrays of the same elements, and for all objects of the same entries, whatever their order.
create or replace function quarry_sorted(a text) returns text language sql immutable parallel safe as $$
    select case when left(a, 1) = '[' then
        (select '[' || coalesce(string_agg(value::text, ',' order by value::text collate "C"), '') || ']'
            from json_array_elements(a::json) as elements(value))
    when left(a, 1) = '{' then
        (select '{' || coalesce(string_agg(to_json(key)::text || ':' || value::text, ',' order by key collate "C"), '') || '}'
            from json_each(a::json) as entries(key, value)) end
$$;
