import type { Id } from '../../src/kernel/id.ts';
import {
  placementApproved,
  placementBegun,
  placementEnded,
  placementMadePermanent,
  placementNotified,
  placementPlanAgreed,
  temporaryApprovalEnded,
  visitingChanged,
} from '../../src/modules/looked-after/public.ts';
import type { CareLaw, Home, VisitRule } from './care-in-outline.ts';
import { type Care, wroteInCare } from './care-story.ts';
import { carerOn } from './carers.ts';
import { type Day, monthsAfter } from './days.ts';
import type { Where } from './family-story.ts';
import { tellVisit } from './visiting.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';

/** A placement while it is written: its own thread, in the period of care. */
type Living = {
  readonly care: Care;
  readonly home: Home;
  readonly thread: Id;
  /** The first day of another life. */
  readonly until: Day;
  readonly rules: readonly { readonly rule: VisitRule; readonly from: Day }[];
};

/** Home after home: what was agreed and approved for each, and who came to see the child there. */
export function tellHomes(care: Care): void {
  const { outline, episode } = care;
  for (const [at, home] of outline.homes.entries()) {
    const until = home.until ?? outline.until;
    if (home.from > episode.county.today || home.from >= outline.until) return;
    const living: Living = { care, home, thread: episode.story.nextId(), until, rules: rulesOf(care, home, until) };
    tellBeginning(living, at === 0);
    tellPaperwork(living);
    tellVisitsThere(living);
    tellEnding(living);
  }
}

const where = ({ care, thread }: Living, on: Day): Where => ({ on, thread, episode: care.thread });
const data = ({ care }: Living) => ({ episode: care.thread });

function lawOn({ outline }: Care, on: Day): CareLaw {
  return outline.laws.findLast(({ from }) => from <= on)?.law ?? 'accommodated';
}

/** A relative approved for the time being, or a parent under an interim order: weekly at first. Under a full order: a week, then six. */
function rulesOf(care: Care, home: Home, until: Day): Living['rules'] {
  const { chance } = care.episode.story;
  if (home.kind === 'foster-by-relative') {
    const assessed = workedFrom(home.from + (chance.percent(85) ? chance.whole(60, 111) : chance.whole(113, 160)));
    const temporary = { rule: 'temporary-or-interim-order', from: home.from } as const;
    return assessed < until ? [temporary, { rule: 'ordinary', from: assessed }] : [temporary];
  }
  if (home.kind !== 'with-parents') return [{ rule: 'ordinary', from: home.from }];
  const under = lawOn(care, home.from);
  if (under === 'care-order') return [{ rule: 'parent-care-order', from: home.from }];
  const ordered = care.outline.laws.find(({ law, from }) => law === 'care-order' && from > home.from && from < until);
  const interim = { rule: 'temporary-or-interim-order', from: home.from } as const;
  return ordered ? [interim, { rule: 'parent-care-order', from: ordered.from }] : [interim];
}

const PROVIDER = {
  foster: 'own-council',
  'foster-by-relative': 'own-council',
  'childrens-home': 'private',
  'with-parents': 'parents',
  'semi-independent': 'private',
  'supported-accommodation': 'voluntary',
} as const;

function tellBeginning(living: Living, first: boolean): void {
  const { care, home, rules } = living;
  const { chance } = care.episode.story;
  const outOfArea = home.kind !== 'with-parents' && chance.percent(home.kind === 'childrens-home' ? 45 : 18);
  const atDistance = outOfArea && chance.percent(35);
  const [rule] = rules;
  const registered = home.kind !== 'supported-accommodation' || home.from < SUPPORTED_REGISTERED || !chance.percent(4);
  wroteInCare(care, home.from, ({ says }) => {
    if (outOfArea && !chance.percent(5))
      says(care.child, 'approved out of area', where(living, home.from), placementApproved, {
        ...data(living),
        what: 'out-of-area',
      });
    if (atDistance && !chance.percent(8))
      says(care.child, 'approved at a distance', where(living, home.from), placementApproved, {
        ...data(living),
        what: 'at-a-distance',
      });
    if (home.kind === 'with-parents' && !chance.percent(10))
      says(care.child, 'approved with parent', where(living, home.from), placementApproved, {
        ...data(living),
        what: 'with-parent',
      });
    if (home.kind === 'foster-by-relative')
      says(care.child, 'temporary approval', where(living, home.from), placementApproved, {
        ...data(living),
        what: 'temporary-connected-person',
      });
    const noted = [
      home.kind,
      first ? 'first' : '',
      outOfArea ? 'out of area' : '',
      atDistance ? 'at a distance' : '',
      registered ? '' : 'not registered',
    ]
      .filter(Boolean)
      .join(', ');
    says(care.child, 'placement begun', { ...where(living, home.from), as: noted }, placementBegun, {
      ...data(living),
      kind: home.kind,
      provider: PROVIDER[home.kind],
      carer: home.kind === 'foster' ? carerOn(chance, care.episode.carers, home.from)?.book : undefined,
      first,
      visiting: rule?.rule,
      intendedUntil18: false,
      outOfArea,
      atDistance,
      ...(home.kind === 'supported-accommodation' ? { registered } : {}),
    });
    noteRule(living, rule?.rule ?? 'ordinary', home.from);
  });
  for (const { rule: later, from } of rules.slice(1)) tellRule(living, later, from);
}

/** From 28 October 2023 supported accommodation must be registered. */
const SUPPORTED_REGISTERED = 19_658;

function noteRule({ care, thread }: Living, rule: VisitRule, on: Day): void {
  care.child.noted.push({
    is: 'visiting rule',
    on,
    at: null,
    thread,
    episode: care.thread,
    party: null,
    as: rule,
    recordedOn: on,
  });
}

function tellRule(living: Living, rule: VisitRule, on: Day): void {
  const { care, home } = living;
  if (on >= living.until) return;
  wroteInCare(care, on, ({ says }) => {
    if (home.kind === 'foster-by-relative')
      says(care.child, 'temporary approval ended', where(living, on), temporaryApprovalEnded, {
        ...data(living),
        because: 'Approved in full.',
      });
    says(care.child, 'visiting rule', { ...where(living, on), as: rule }, visitingChanged, {
      ...data(living),
      visiting: rule,
    });
  });
}

function tellPaperwork(living: Living): void {
  const { care, home, until } = living;
  const { chance } = care.episode.story;
  const soon = (inTime: number): Day =>
    workingDaysAfter(home.from, chance.percent(inTime) ? chance.whole(1, 5) : chance.whole(6, 18));
  const plannedOn = soon(85);
  if (plannedOn < until)
    wroteInCare(care, plannedOn, ({ says }) =>
      says(care.child, 'placement plan agreed', where(living, plannedOn), placementPlanAgreed, data(living)),
    );
  const toldOn = soon(80);
  if (toldOn < until)
    wroteInCare(care, toldOn, ({ says }) =>
      says(care.child, 'placement notified', where(living, toldOn), placementNotified, data(living)),
    );
  const { permanentOn } = home;
  if (permanentOn !== null && permanentOn < until)
    wroteInCare(care, permanentOn, ({ says }) =>
      says(care.child, 'placement permanent', where(living, permanentOn), placementMadePermanent, data(living)),
    );
}

/** The first visit within a week, mostly; then as often as the rule of the day asks, and now and then late. */
function tellVisitsThere(living: Living): void {
  const { care, home, until } = living;
  const { chance } = care.episode.story;
  const last = Math.min(until - 1, care.episode.county.today);
  const ordinary = living.rules[0]?.rule === 'ordinary';
  let day = home.from + (chance.percent(90) ? chance.whole(1, 7) : chance.whole(8, 15));
  if (!ordinary) day = home.from + chance.whole(2, 7);
  while (workedFrom(day) <= last) {
    const on = workedFrom(day);
    const missed = chance.percent(3);
    tellVisit(care.episode, on, missed, home.kind === 'with-parents' ? 'at home' : 'where the child lives');
    const most = missed ? chance.whole(2, 6) : intervalAt(living, on);
    day =
      on +
      (chance.percent(91)
        ? most - chance.whole(0, Math.floor(most / 5))
        : most + chance.whole(1, Math.max(3, Math.floor(most / 3))));
  }
}

/** Days to the next visit, by the rule of the day; a little less than it allows, so that weekends do not make it late. */
function intervalAt({ care, home, rules }: Living, on: Day): number {
  const rule = rules.findLast(({ from }) => from <= on)?.rule ?? 'ordinary';
  if (rule === 'temporary-or-interim-order') return on > care.outline.from + 28 ? 25 : 6;
  const second = on >= monthsAfter(home.from, 12) - 40;
  return second && home.permanentOn !== null && home.permanentOn <= on ? 84 : 39;
}

function tellEnding(living: Living): void {
  const { care, home, until } = living;
  wroteInCare(care, until, ({ says }) =>
    says(care.child, 'placement ended', where(living, until), placementEnded, {
      ...data(living),
      because: home.until === null ? 'care-ended' : 'care-plan',
    }),
  );
}
