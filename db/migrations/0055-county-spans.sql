-- What the county's pages ask of every child on one day: the few spans that hold then, among the many that are over.
create index span_until on sight.span ("is", (coalesce(until_day, 'infinity'::date))) include (child, from_day);
