import type { Id } from '../../../../kernel/id.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import type { FileKind } from '../../../../record/entry.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { FileSaid } from '../../core/file-group.ts';
import type { DisputedEvent } from '../../core/reconcile/disputed-event.ts';

/** Invented disagreements for examples. */
export const exampleId = (last: number): Id => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}` as Id;

export const ANALYST_HOUSE = {
  ...EXAMPLE_HOUSE,
  person: { name: 'Priyanka Raghunathan', role: 'performance analyst' },
  nav: [
    { text: 'Children', href: '/children' },
    { text: 'Disagreements', href: '/reconciliation' },
    { text: 'Import', href: '/import' },
  ],
};

type Says = readonly [kind: FileKind, on: string | null, said: FileSaid];

const eventOf = (
  number: number,
  key: string,
  fields: readonly string[],
  says: readonly Says[],
  settled = false,
): DisputedEvent => ({
  book: exampleId(number),
  laChildId: `WM1044${number}`,
  key,
  group: key.slice(0, key.lastIndexOf('/')),
  fields,
  settled,
  sources: says.map(([kind, on, said], at) => ({
    kind,
    until: mustBeDate(kind === 'annex-a' ? '2026-09-30' : '2026-03-31'),
    entry: exampleId(number * 10 + at),
    on: on as LocalDate | null,
    said,
  })),
});

export const COMPLETED = eventOf(
  12,
  'episode:2025-11-03/assessment:2025-11-04/completed',
  ['the day'],
  [
    ['annex-a', '2026-01-30', {}],
    ['cin-census', '2025-12-15', { factors: ['10A'] }],
  ],
);
export const CARE_ENDED = eventOf(
  37,
  'care:2024-02-19/ended',
  ['because', 'the day'],
  [
    ['annex-a', '2026-02-27', { because: 'returned-home' }],
    ['ssda903', '2026-03-06', { because: 'special-guardianship-to-former-foster-carers' }],
  ],
);
export const DESCRIBED = eventOf(
  51,
  'described/described',
  ['disabilities', 'ethnicity'],
  [
    ['annex-a', null, { ethnicity: 'WBRI', disabilities: ['NONE'] }],
    ['cin-census', null, { ethnicity: 'MWBA', disabilities: ['AUT', 'COMM'] }],
    ['ssda903', null, { ethnicity: 'MWBA', disabilities: ['AUT', 'COMM'] }],
  ],
);
export const CLOSED = eventOf(
  64,
  'episode:2025-06-11/closed',
  ['the day'],
  [
    ['annex-a', '2025-09-02', {}],
    ['cin-census', '2025-09-20', {}],
  ],
);
