import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { happenedOn } from '../../../../record/entry.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { ChildFace } from '../../../child-face.ts';
import { shownEntries } from '../../../redacted-entry.fixture.ts';
import { placeholderAllocated, workerAllocated } from '../../core/holding.entry.ts';
import type { WorkerToChoose } from '../../store/workers-to-choose.ts';
import { readAllocationForm } from './allocate-worker.form.ts';
import { AllocateWorkerView, type AllocationFormModel, type HeldAndWhy } from './allocate-worker.view.tsx';
import { AllocationConflictView } from './allocation-conflict.view.tsx';

const today = mustBeDate('2026-03-31');
const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000020${n}` as Id;
const child = idOf(1);

const face: ChildFace = {
  child,
  councilChildIds: ['WM104671'],
  name: 'Nguyễn Minh Anh',
  bornOn: mustBeDate('2010-09-09'),
  expectedOn: null,
  diedOn: null,
  sex: 'female',
  inDoubtWith: [],
};

const inManagersName: HeldAndWhy = {
  entry: idOf(5),
  held: 'by-placeholder',
  worker: null,
  workerName: null,
  placeholder: 'manager',
  manager: 'Beatrix Ashworth',
  because: 'Two posts are vacant and one worker is ill.',
  since: mustBeDate('2026-03-03'),
};

const worker = (n: number, name: string, more: Partial<WorkerToChoose> = {}): WorkerToChoose => ({
  book: idOf(n),
  name,
  joinedOn: mustBeDate('2022-01-10'),
  leftOn: null,
  grade: 'social-worker',
  team: 'Northfield',
  registeredUntil: mustBeDate('2026-11-30'),
  onLeaveFrom: null,
  onLeaveUntil: null,
  holds: 12,
  ...more,
});

const workers = [
  worker(2, 'Temitope Adeyemi'),
  worker(3, 'Agnieszka Duda', { onLeaveFrom: mustBeDate('2026-03-02'), holds: 1 }),
  worker(4, 'Jonah Moore', { registeredUntil: mustBeDate('2025-11-30') }),
  worker(5, 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe', {
    grade: 'newly-qualified-social-worker',
    team: 'The Wherry Quay and Saltmere adolescent safeguarding and exploitation team',
  }),
];

const typed: Typed = {
  who: 'worker',
  worker: idOf(2),
  'why-worker': 'Has room, and Minh Anh asked for somebody who will stay.',
  'since-day': '31',
  'since-month': 'March',
  'since-year': '2026',
};

const modelOf = (
  words: Typed,
  more: Partial<AllocationFormModel> & { readonly sent?: boolean } = {},
): AllocationFormModel => {
  const read = readAllocationForm(words, today);
  return {
    house: EXAMPLE_HOUSE,
    csrf: 'example',
    today,
    face,
    held: inManagersName,
    lastSeen: null,
    workers,
    command: idOf(0),
    typed: words,
    since: Object.keys(words).length > 0 ? read.since : undefined,
    faults: more.sent ? read.faults : [],
    draft: { action: `/children/${child}/allocation/draft`, keptAt: null },
    ...more,
  };
};

const form = (name: string, model: AllocationFormModel): Example => ({
  page: 'Allocate a worker',
  name,
  view: () => <AllocateWorkerView {...model} />,
});

const placeholder: Typed = { ...typed, who: 'placeholder' };
const heldBy = (since: LocalDate | null): HeldAndWhy => ({
  ...inManagersName,
  held: 'by-worker',
  worker: idOf(2),
  workerName: 'Temitope Adeyemi',
  placeholder: null,
  since,
});

const on = (n: number) =>
  ({ id: idOf(n), book: child, about: child, happened: happenedOn(today), source: { kind: 'here' } }) as const;

const conflict = (name: string, faults: AllocationFormModel['faults']): Example => ({
  page: 'Allocate a worker',
  name,
  view: () => (
    <AllocationConflictView
      {...modelOf(typed)}
      faults={faults}
      conflict={{
        shown: idOf(7),
        theirs: shownEntries(
          placeholderAllocated.write(on(6), { episode: null, kind: 'in-transit', because: 'Moving to Saltmere.' }),
          workerAllocated.write(on(7), { episode: null, worker: idOf(4), workerName: 'Jonah Moore' }),
        ),
        mine: workerAllocated.write(on(8), {
          episode: null,
          worker: idOf(2),
          workerName: 'Temitope Adeyemi',
          because: 'Has room.',
        }),
      }}
    />
  ),
});

export const examples: readonly Example[] = [
  form('first visit', modelOf({})),
  form('never held', modelOf({}, { held: null, workers: [] })),
  form('held by a worker', modelOf({}, { held: heldBy(mustBeDate('2026-03-05')) })),
  form(
    'draft restored',
    modelOf(typed, {
      draft: { action: `/children/${child}/allocation/draft`, keptAt: '2026-03-30T16:52:00.000Z' as Instant },
    }),
  ),
  form('sent empty', modelOf({}, { sent: true })),
  form('nobody yet, and no reason', modelOf(placeholder, { sent: true })),
  form(
    'refused: not in post on that day',
    modelOf(
      { ...typed, 'since-year': '2021' },
      { faults: [{ field: 'since-day', text: 'This worker joined on 10 January 2022, after that day' }] },
    ),
  ),
  form(
    'refused: holds the child already',
    modelOf(typed, {
      held: heldBy(null),
      faults: [{ field: 'worker', text: 'This worker holds the child already' }],
    }),
  ),
  conflict('somebody else allocated the child', []),
  conflict('no choice was made', [{ field: 'choice', text: 'Say what is to become of yours' }]),
];
