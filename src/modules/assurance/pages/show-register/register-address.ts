import { askedQuery } from '../../../asked.ts';
import type { Asked } from '../../../child-page.ts';
import { REGISTER_WORDS, type Register } from '../../core/gap-words.ts';
import { NO_TEAM, type RegisterFilter, type RegisterSort } from '../../core/register-filter.ts';

type Choice = {
  readonly register: Register;
  readonly asked: Asked;
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
};

export const ALL: RegisterFilter = { because: null, team: null, district: null, age: null, atLeast: null };

/** The address of a register with the same days and choices; `page` from 1, `file` asks for the same rows as CSV. */
export function registerAddress({ register, asked, filter, sort }: Choice, { page = 1, file = false } = {}): string {
  const query = new URLSearchParams(askedQuery(asked));
  const choices = {
    reason: filter.because,
    team: filter.team === '' ? NO_TEAM : filter.team,
    district: filter.district,
    age: filter.age,
    days: filter.atLeast === null ? null : String(filter.atLeast),
    sort: sort === 'days' ? null : sort,
    page: page === 1 ? null : String(page),
  };
  for (const [name, value] of Object.entries(choices)) if (value !== null) query.set(name, value);
  const said = query.size === 0 ? '' : `?${query}`;
  return `/registers/${REGISTER_WORDS[register].address}${file ? '.csv' : ''}${said}`;
}
