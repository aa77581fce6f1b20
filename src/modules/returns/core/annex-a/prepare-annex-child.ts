import type { LocalDate } from '../../../../kernel/local-date.ts';
import { happenedBetween } from '../../../../record/entry.ts';
import { assessmentBegun, assessmentCompleted } from '../../../assessment/public.ts';
import { childDescribed, childRecorded, type Sex } from '../../../people/public.ts';
import { type FileGroup, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import type { FileFlag, FileNote } from '../file-note.ts';
import { answerIn, dateIn, textIn } from '../file-note.ts';
import { type ChildIdentity, type PreparedChild, rowsIn } from '../prepared-child.ts';
import { adoptionGroups, careGroups, leaverGroups } from './annex-care-groups.ts';
import { assessmentGroups, enquiryGroups, protectionPlanGroups, referralGroups } from './annex-need-groups.ts';
import { observedGroup, ownGroup } from './annex-reading.ts';
import type { AnnexRow } from './read-annex-list.ts';

/** The rows of the lists that say one id, birth date and sex: one child, as far as the file can tell. */
export type AnnexChild = { readonly laChildId: string | null; readonly rows: readonly AnnexRow[] };

/** Rows by child, in the order in which they first appear. A row that contradicts the others' birth date or sex is another child. */
export function childrenOfAnnex(rows: readonly AnnexRow[]): AnnexChild[] {
  type Growing = { laChildId: string | null; rows: AnnexRow[]; identity: ChildIdentity };
  const children: Growing[] = [];
  const byId = new Map<string, Growing[]>();
  for (const row of rows) {
    // A row that is set aside says nothing of who the child is.
    const identity = row.faults.length > 0 ? NOBODY_SAID : identityOf([row]);
    const same = row.id === null ? [] : (byId.get(row.id) ?? []);
    const child = same.find((each) => !contradict(each.identity, identity));
    if (child) {
      child.rows.push(row);
      child.identity = identityOf(child.rows.filter(({ faults }) => faults.length === 0));
      continue;
    }
    const fresh = { laChildId: row.id, rows: [row], identity };
    children.push(fresh);
    if (row.id !== null) byId.set(row.id, [...same, fresh]);
  }
  return children;
}

const NOBODY_SAID: ChildIdentity = { bornOn: null, expectedOn: null, sex: null };

const contradict = (a: ChildIdentity, b: ChildIdentity): boolean =>
  (a.bornOn !== null && b.bornOn !== null && a.bornOn !== b.bornOn) ||
  (isTold(a.sex) && isTold(b.sex) && a.sex !== b.sex);
const isTold = (sex: Sex | null): boolean => sex === 'female' || sex === 'male';

const SEX_OF: Readonly<Record<string, Sex>> = { M: 'male', F: 'female' };

function identityOf(rows: readonly AnnexRow[]): ChildIdentity {
  const bornOn = rows.map((row) => dateIn(row, 'Date of Birth')).find((day) => day !== null) ?? null;
  const sexes = rows.flatMap((row) => textIn(row, 'Gender') ?? []);
  const sex = sexes.map((code) => SEX_OF[code]).find((each) => each !== undefined);
  return { bornOn, expectedOn: null, sex: sex ?? (sexes.length > 0 ? 'not known' : null) };
}

/** Turns a child's rows into groups of entries, and says of every row why it is in none of them. */
export function prepareAnnexChild({ laChildId, rows }: AnnexChild, window: FileWindow): PreparedChild {
  const sound = rows.filter(({ faults }) => faults.length === 0);
  const read = identityOf(sound);
  // A date of birth after the day of the lists is an expected one.
  const unborn = read.bornOn !== null && read.bornOn > window.until;
  const identity = unborn ? { ...read, bornOn: null, expectedOn: read.bornOn } : read;
  const groups = laChildId === null ? [] : groupsOf(laChildId, sound, identity, window);
  const kept = new Set(rowsIn(groups));
  const setAside: FileNote[] = rows
    .filter((row) => !kept.has(row))
    .map((row) => ({ table: row.table, line: row.line, reason: row.faults.join(' ') || NOBODY }));
  return { line: rows[0]?.line ?? 0, laChildId, identity, groups, rows, setAside, flags: flagsOf(rows, kept, window) };
}

const NOBODY = 'The row has no Child Unique ID: nobody can say whose this is.';

function groupsOf(
  laChildId: string,
  rows: readonly AnnexRow[],
  identity: ChildIdentity,
  window: FileWindow,
): FileGroup[] {
  const of = (list: number): AnnexRow[] => rows.filter((row) => row.list === list);
  const referrals = referralGroups(rows, window);
  const days = referrals.flatMap(({ isEpisode, key }) =>
    isEpisode ? [key.slice('episode:'.length) as LocalDate] : [],
  );
  return [
    ...whoGroups(laChildId, rows, identity),
    ...of(1).flatMap((row) => contactGroups(row, window)),
    ...of(2).flatMap((row) => earlyHelpGroups(row, window)),
    ...referrals,
    ...of(4).flatMap((row) => assessmentGroups(row, window, days.toSorted())),
    ...of(5).flatMap((row) => enquiryGroups(row, window)),
    ...of(7).flatMap((row) => protectionPlanGroups(row, window)),
    ...of(8).flatMap((row) => careGroups(row, window)),
    ...of(9).flatMap((row) => leaverGroups(row, window)),
    ...of(10).flatMap((row) => adoptionGroups(row, window)),
  ];
}

/** A contact is kept as the list says it: whether anything followed is not in list 1, and a contact alone opens nobody. */
function contactGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Date of Contact');
  return on ? [observedGroup(row, [], window, on)] : [];
}

/** List 2: early help has no referral to children's social care to stand in. */
function earlyHelpGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Assessment start date');
  if (!on) return [];
  const completed = dateIn(row, 'Assessment completion date');
  const also = () => ({ episode: null, kind: 'early-help' as const });
  const slots = [
    slotOf(assessmentBegun, { slot: 'begun', happened: on, said: {}, also, row }),
    ...(completed
      ? [slotOf(assessmentCompleted, { slot: 'completed', happened: completed, said: {}, also, row })]
      : []),
  ];
  const told = ['Assessment start date', 'Assessment completion date'];
  return [
    ownGroup({ key: `early-help:${on}`, slots, list: 2 }, { span: { from: on, until: completed } }),
    observedGroup(row, told, window, on),
  ];
}

const ofChild = { thread: 'child', isEpisode: false, inner: [], span: null } as const;
const unknownWhen = happenedBetween(null, null);

/** Who the child is, and what they are like. Every row says it: the first one speaks for all. */
function whoGroups(
  laChildId: string,
  rows: readonly AnnexRow[],
  { bornOn, expectedOn, sex }: ChildIdentity,
): FileGroup[] {
  const recorded = slotOf(childRecorded, {
    slot: 'recorded',
    happened: unknownWhen,
    said: {
      councilChildId: laChildId,
      bornOn: bornOn ?? undefined,
      expectedOn: expectedOn ?? undefined,
      sex: sex ?? undefined,
    },
    row: null,
    adds: true,
  });
  const ethnicity = rows.flatMap((row) => textIn(row, 'Ethnicity') ?? []).find((code) => /^[A-Z]{4}$/.test(code));
  const disabled = rows.map((row) => answerIn(row, 'Does the Child have a Disability')).find((each) => each !== null);
  // “Yes” does not say which: only “no” is a code of its own.
  const said = { ethnicity, disabilities: disabled === false ? ['NONE'] : undefined };
  const described = slotOf(childDescribed, { slot: 'described', happened: unknownWhen, said, row: null, adds: true });
  return [
    { ...ofChild, key: 'child', slots: [recorded] },
    ...(ethnicity || said.disabilities ? [{ ...ofChild, key: 'described', slots: [described] }] : []),
  ];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What was left out of a row that was loaded, and days that the lists cannot know of. */
function flagsOf(rows: readonly AnnexRow[], kept: ReadonlySet<unknown>, { until }: FileWindow): FileFlag[] {
  return rows.flatMap((row) => {
    if (!kept.has(row)) return [];
    const { table, line } = row;
    const later = [...row.values].filter(
      ([heading, value]) =>
        heading !== 'Date of Birth' && typeof value === 'string' && DAY.test(value) && value > until,
    );
    return [
      ...row.leftOut.map((reason) => ({ table, line, code: 'left-out', reason })),
      ...later.map(([heading, value]) => ({
        table,
        line,
        code: 'after-as-at',
        reason: `“${heading}” is ${value}, after the day of the lists.`,
      })),
    ];
  });
}
