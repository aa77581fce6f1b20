-- Lists of many children read what still stands in clocks on a day, not the two million pieces of what is over.

create index clock_running on sight.clock (last_day, verdict, ended_on, first_day)
  where verdict in ('not-due', 'due-soon', 'overdue', 'cannot-tell');
create index clock_failing on sight.clock (duty, last_day) where verdict = 'fails';
