import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { TypedDay } from '../../../asked.ts';
import type { Asked } from '../../../child-page.ts';
import type { Register } from '../../core/gap-words.ts';
import type { RegisterFilter, RegisterSort } from '../../core/register-filter.ts';
import type { RegisterSummary } from '../../store/register-rows.ts';

export const ROWS_ON_A_PAGE = 50;

/** One child on a register, in words. */
export type ListedRow = {
  readonly href: string;
  readonly heading: string;
  /** The council's id beside a name; null where the heading is the id. */
  readonly councilIds: string | null;
  readonly days: number;
  readonly since: LocalDate;
  readonly reason: string;
  readonly detail: string;
  /** Where several answers cannot be told: which. */
  readonly aspects: readonly string[];
  readonly worker: string | null;
  readonly workerHref: string | null;
  readonly team: string | null;
  readonly teamHref: string | null;
  readonly district: string | null;
  /** Who answers for the team; null where nobody is named. */
  readonly manager: string | null;
};

export type RegisterPage = {
  readonly register: Register;
  readonly asked: Asked;
  readonly typed: TypedDay;
  readonly fault: string | null;
  readonly open: number;
  /** On the same day of the week before. */
  readonly before: number;
  readonly weekBefore: LocalDate;
  readonly summary: RegisterSummary;
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly page: number;
  readonly rows: readonly ListedRow[];
};
