import { type Day, monthsAfter } from '../generate/days.ts';
import { type CarePeriod, carePeriodsOf, HOME, PROVIDER } from './care-on-paper.ts';
import { inEpisode, type Line, linesOf, onThread, type Paper, said } from './paper-of-child.ts';

/** A day stands as a day in a workbook; everything else as text or a number. */
export type Cell = string | number | { readonly day: Day } | null;
export type Rows = Map<number, Cell[][]>;

/** What a list wants to know of whoever holds a child: names, on the day of the workbook. */
export type WhoHolds = (worker: string) => { readonly team: string; readonly name: string };

const day = (on: Day | undefined): Cell => (on === undefined ? null : { day: on });
const yesNo = (is: boolean): string => (is ? 'a) Yes' : 'b) No');

/** A child's rows in the lists of Annex A: of the six months to a day, and of what goes on then. */
export function annexRowsOf(paper: Paper, today: Day, whoHolds: WhoHolds): Rows {
  const from = monthsAfter(today, -6);
  const rows: Rows = new Map();
  const add = (list: number, ...cells: Cell[]): void => {
    rows.set(list, [...(rows.get(list) ?? []), [...childCells(paper, today), ...cells]]);
  };
  const told = { paper, today, from, held: heldCells(paper, today, whoHolds), add };
  addContactsAndReferrals(told);
  addAssessments(told);
  addEnquiries(told);
  addNeed(told);
  addProtection(told);
  for (const period of carePeriodsOf(paper, today))
    if (period.until === undefined || period.until >= from) addCare(told, period);
  return rows;
}

type Telling = {
  readonly paper: Paper;
  readonly today: Day;
  readonly from: Day;
  readonly held: Cell[];
  readonly add: (list: number, ...cells: Cell[]) => void;
};

function childCells({ child }: Paper, today: Day): Cell[] {
  const born = child.born && child.bornOn <= today;
  const age = Math.floor((today - child.bornOn) / 365.25);
  return [
    child.number,
    born ? (child.sex === 'male' ? 'a) Male' : 'b) Female') : 'c) Not stated/recorded',
    child.ethnicity,
    born ? { day: child.bornOn } : null,
    born ? age : null,
  ];
}

function heldCells(paper: Paper, today: Day, whoHolds: WhoHolds): Cell[] {
  const last = linesOf(paper, 'worker-allocated', 'placeholder-allocated', 'allocation-ended').findLast(
    ({ on }) => on <= today,
  );
  if (last?.type !== 'worker-allocated') return [null, null];
  const { team, name } = whoHolds(said(last.data.worker) ?? '');
  return [team, name];
}

const disabled = ({ child }: Paper): string => yesNo(child.disabilities.length > 0);
const within = (lines: readonly Line[], from: Day, until: Day): Line[] =>
  lines.filter(({ on }) => on >= from && on <= until);

const SOURCES: Readonly<Record<string, string>> = {
  '1A': 'a) 1A: Individual',
  '1B': 'b) 1B: Individual',
  '1C': 'c) 1C: Individual',
  '1D': 'd) 1D: Individual',
  '2A': 'e) 2A: Schools',
  '2B': 'f) 2B: Education services',
  '3A': 'g) 3A: Health services',
  '3C': 'i) 3C: Health services',
  '3D': 'j) 3D: Health services',
  '3E': 'k) 3E: Health services',
  '3F': 'l) 3F: Health services',
  '4': 'm) 4: Housing',
  '5A': 'n) 5A: LA services',
  '5B': 'o) 5B: LA services',
  '6': 'q) 6: Police',
  '7': 'r) 7: Other legal agency',
  '8': 's) 8: Other',
  '9': 't) 9: Anonymous',
  '10': 'u) 10: Unknown',
};
const sourceOf = (referral: Line | undefined): Cell =>
  SOURCES[said(referral?.data.referralSource) ?? ''] ?? 'u) 10: Unknown';

function addContactsAndReferrals({ paper, today, from, held, add }: Telling): void {
  const referrals = linesOf(paper, 'referral-received').filter(({ on }) => on <= today);
  for (const contact of within(linesOf(paper, 'concern-raised'), from, today))
    add(1, day(contact.on), sourceOf(referrals.find(({ thread }) => thread === contact.thread)));
  for (const referral of within(referrals, from, today)) {
    const nothing = inEpisode(paper.lines, referral.thread).some(
      ({ type, data }) => type === 'referral-decided' && data.next === 'no-further-action',
    );
    const before = within(referrals, monthsAfter(referral.on, -12), referral.on - 1).length;
    add(3, day(referral.on), sourceOf(referral), yesNo(nothing), before, ...held);
  }
}

function addAssessments({ paper, today, from, held, add }: Telling): void {
  for (const begun of linesOf(paper, 'assessment-begun').filter(({ on }) => on <= today)) {
    const done = onThread(paper.lines, begun.thread).find(
      ({ type, on }) => type === 'assessment-completed' && on <= today,
    );
    if (done && done.on < from) continue;
    const episode = said(begun.data.episode) as Line['thread'];
    const own = inEpisode(paper.lines, episode);
    const over = own.some(({ type, on }) => type === 'child-closed' && on < from);
    if (!done && over) continue;
    const seen = own.some(
      ({ type, on, data }) =>
        type === 'child-visited' && on <= (done?.on ?? today) && (data.seen === 'alone' || data.seen === 'with-others'),
    );
    const needed = own.find(({ type, on }) => type === 'plan-need-decided' && on === done?.on)?.data.needed;
    add(
      4,
      disabled(paper),
      day(begun.on),
      yesNo(seen),
      day(done?.on),
      typeof needed === 'boolean' ? yesNo(needed) : null,
      ...held,
    );
  }
}

function addEnquiries({ paper, today, from, held, add }: Telling): void {
  const enquiries = linesOf(paper, 'section-47-begun').filter(({ on }) => on <= today);
  const conferences = linesOf(paper, 'initial-conference-held').filter(({ on }) => on <= today);
  for (const begun of enquiries) {
    const own = onThread(paper.lines, begun.thread).filter(({ on }) => on <= today);
    const concluded = own.find(({ type }) => type === 'section-47-concluded');
    const held47 = own.find(({ type }) => type === 'initial-conference-held');
    if (begun.on < from && (concluded?.on ?? today) < from) continue;
    const unnecessary = concluded ? concluded.data.conferenceNeeded === false : null;
    add(
      5,
      disabled(paper),
      day(begun.on),
      unnecessary === null ? null : yesNo(unnecessary),
      day(held47?.on),
      held47 ? yesNo(held47.data.planAgreed === true) : null,
      within(enquiries, monthsAfter(today, -12), today).length,
      within(conferences, monthsAfter(today, -12), today).length,
      ...held,
    );
  }
}

const lastSeen = ({ lines }: Paper, today: Day): Line | undefined =>
  lines.findLast(
    ({ type, on, data }) =>
      type === 'child-visited' && on <= today && (data.seen === 'alone' || data.seen === 'with-others'),
  );

function addNeed({ paper, today, from, held, add }: Telling): void {
  for (const referral of linesOf(paper, 'referral-received').filter(({ on }) => on <= today)) {
    const own = inEpisode(paper.lines, referral.thread).filter(({ on }) => on <= today);
    const decided = own.find(({ type }) => type === 'referral-decided');
    if (!decided || decided.data.next === 'no-further-action') continue;
    const closed = own.find(({ type }) => type === 'child-closed');
    if (closed && closed.on < from) continue;
    add(
      6,
      disabled(paper),
      day(referral.on),
      said(decided.data.primaryNeed) ?? 'N0',
      day(lastSeen(paper, today)?.on),
      day(closed?.on),
      closed ? (closed.data.reason === 'no-further-action-after-assessment' ? 'RC8' : 'RC7') : null,
      statusOf(paper, own, today, closed !== undefined),
      ...held,
    );
  }
}

function statusOf(paper: Paper, own: readonly Line[], today: Day, isClosed: boolean): string {
  if (isClosed) return 'e) Closed episode';
  if (carePeriodsOf(paper, today).some(({ until }) => until === undefined)) return 'a) Looked after child';
  const live = (opens: string, closes: string): boolean =>
    own.some(
      (begun) => begun.type === opens && !own.some((line) => line.type === closes && line.thread === begun.thread),
    );
  if (live('protection-plan-agreed', 'protection-plan-ended')) return 'b) Child Protection plan';
  return live('child-in-need-plan-agreed', 'child-in-need-plan-ended') ? 'c) Child in need plan' : 'd) Open assessment';
}

const ABUSE: Readonly<Record<string, string>> = {
  neglect: 'a) Neglect',
  physical: 'b) Physical abuse',
  sexual: 'c) Sexual abuse',
  emotional: 'd) Emotional abuse',
  multiple: 'e) Multiple',
};

function addProtection({ paper, today, from, held, add }: Telling): void {
  for (const begun of linesOf(paper, 'protection-plan-agreed').filter(({ on }) => on <= today)) {
    const own = onThread(paper.lines, begun.thread).filter(({ on }) => on <= today);
    const ended = own.find(({ type }) => type === 'protection-plan-ended');
    if (ended && ended.on < from) continue;
    const visit = lastSeen(paper, ended?.on ?? today);
    const reviewed = own.findLast(({ type }) => type === 'review-conference-held');
    const category = ABUSE[said(begun.data.category) ?? ''] ?? 'e) Multiple';
    const seenAlone = visit && visit.on >= begun.on ? yesNo(visit.data.seen === 'alone') : null;
    add(
      7,
      disabled(paper),
      day(begun.on),
      category,
      category,
      day(visit && visit.on >= begun.on ? visit.on : undefined),
      seenAlone,
      day(reviewed?.on),
      day(ended?.on),
      yesNo(false),
      Number(begun.data.previousPlans),
      ...held,
    );
  }
}

function addCare({ paper, today, held, add }: Telling, period: CarePeriod): void {
  const { from, until, lines, need, stretches } = period;
  const lastOf = (...types: string[]): Day | undefined => lines.findLast(({ type }) => types.includes(type))?.on;
  const yearAgo = monthsAfter(today, -12);
  const now = stretches.at(-1);
  const home = now?.home;
  const again = linesOf(paper, 'care-entered').some(
    ({ on, thread }) => thread !== period.thread && on < from && on >= yearAgo,
  );
  const gone = within(
    lines.filter(({ type }) => type === 'child-went-missing'),
    yearAgo,
    today,
  );
  const spoken = lines.findLast(({ type }) => type === 'return-interview');
  const visit = lastSeen(paper, until ?? today);
  const kind = said(home?.data.kind) ?? 'foster';
  add(
    8,
    yesNo(false),
    disabled(paper),
    day(from),
    need,
    yesNo(again),
    day(stretches.findLast(({ because }) => because !== 'P')?.from),
    now?.law ?? null,
    day(lastOf('care-review-held')),
    day(visit && visit.on >= from ? visit.on : undefined),
    'a) Return to family',
    day(lastOf('reviewing-officer-spoke-to-child')),
    day(lastOf('health-assessed')),
    day(lastOf('dental-checked')),
    within(
      lines.filter(({ type }) => type === 'placement-begun'),
      yearAgo,
      today,
    ).length,
    day(until),
    until === undefined ? null : (now?.ended ?? null),
    day(home?.on),
    HOME[kind] ?? 'U6',
    kind === 'semi-independent' ? null : (PROVIDER[said(home?.data.provider) ?? ''] ?? null),
    null,
    null,
    home?.data.outOfArea === true ? 'b) Out' : 'a) In',
    'Wherrymouth',
    gone.length,
    0,
    gone.length > 0 ? yesNo(spoken !== undefined) : null,
    gone.length > 0 ? yesNo(spoken?.data.held === true) : null,
    ...held,
  );
}
