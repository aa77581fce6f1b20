import {
  type ClosureReason,
  childClosed,
  concernRaised,
  contactTriaged,
  referralConfirmedInWriting,
  referralDecided,
  referralReceived,
  referrerTold,
} from '../../src/modules/front-door/public.ts';
import { childDescribed, childRecorded } from '../../src/modules/people/public.ts';
import { SINGLE_ASSESSMENTS } from './county-plan.ts';
import { type Day, millisecondsAt, textOf } from './days.ts';
import type { Child } from './invented-family.ts';
import { contactAboutHim } from './planted.ts';
import { type Episode, episodeOf, forEach, type Say, teamOn, workerOn } from './told-episode.ts';
import { managerOn } from './workforce-history.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';
import { inventNeed, inventSource, NOT_PROFESSIONAL, referrerOf, worryOf } from './worries.ts';

/** The children come to notice: a concern, the referral, what was decided and who was told. Answers the day of the decision. */
export function tellReferral(episode: Episode): Day {
  const { story, plan, rota, family } = episode;
  const { chance } = story;
  const { referredOn } = plan;
  const source = inventSource(chance);
  const byTelephone = chance.percent(55);
  const minute = chance.whole(540, 930);
  const hub = rota.teamFor(chance, 'front-door', family.district);
  const by = rota.workerOf(chance, hub, 'front-door', referredOn).book;
  const aboutHim = episode.group.length === 1 ? contactAboutHim(episode, referredOn) : null;
  const words = aboutHim ?? worryOf(chance);
  const withConcern = chance.percent(35) || aboutHim !== null;
  story.wroteAt(by, referredOn, millisecondsAt(referredOn, minute + chance.whole(5, 45)), ({ says }) => {
    forEach(episode, referredOn, (child, where) => {
      introduce(says, child, referredOn);
      const at = { ...where, minute };
      const referrer = referrerOf(source);
      if (withConcern)
        says(child, 'concern', { ...at, ...(aboutHim === null ? {} : { as: 'the same man' }) }, concernRaised, {
          ...episodeOf(episode, child),
          from: referrer,
          words,
        });
      says(child, 'referred', at, referralReceived, {
        referralSource: source,
        referrer,
        by: byTelephone ? 'phone' : chance.pick(['writing', 'online'] as const),
        words,
      });
      note(child, at, byTelephone, source);
    });
  });
  const decidedOn = tellDecision(episode, by, withConcern);
  if (!NOT_PROFESSIONAL.includes(source)) tellReferrer(episode, by, decidedOn);
  if (byTelephone && referredOn < SINGLE_ASSESSMENTS) confirmInWriting(episode, by, minute);
  return decidedOn;
}

function note(
  child: Child,
  at: { on: Day; minute: number; thread: Child['book'] },
  byTelephone: boolean,
  source: string,
): void {
  const more = {
    on: at.on,
    at: millisecondsAt(at.on, at.minute),
    thread: at.thread,
    episode: at.thread,
    party: null,
    as: null,
    recordedOn: at.on,
  };
  if (byTelephone) child.noted.push({ ...more, is: 'referred by telephone' });
  if (!NOT_PROFESSIONAL.includes(source)) child.noted.push({ ...more, is: 'referred by a professional' });
}

/** A child who was known before birth is born: the name, the day and the rest are written down. */
export function tellBirths(episode: Episode): void {
  const { story, plan, county } = episode;
  for (const child of episode.group) {
    const on = Math.min(child.bornOn + story.chance.whole(1, 5), plan.endsOn);
    if (child.born || child.bornOn > on || on > county.today) continue;
    story.wrote(workerOn(episode, on).book, on, ({ says }) => sayBorn(says, child, on));
  }
}

function sayBorn(says: Say, child: Child, on: Day): void {
  child.born = true;
  says(child, null, { on, thread: child.book }, childRecorded, {
    name: child.name,
    bornOn: textOf(child.bornOn),
    sex: child.sex,
    ...pupilNumber(child),
  });
  child.noted.push({ ...nowhere(child), is: 'born', on: child.bornOn });
}

const nowhere = (child: Child) => ({
  at: null,
  thread: child.book,
  episode: null,
  party: null,
  as: null,
  recordedOn: child.bornOn,
});

/** Opens the child's book, where nothing was written yet. */
function introduce(says: Say, child: Child, on: Day): void {
  if (child.known) {
    if (!child.born && child.bornOn <= on) sayBorn(says, child, on);
    return;
  }
  child.known = true;
  const unborn = child.bornOn > on;
  const about = { on, thread: child.book };
  says(child, null, about, childRecorded, {
    councilChildId: child.number,
    name: unborn ? `Baby ${child.name.split(' ').at(-1)}` : child.name,
    ...(unborn ? { expectedOn: textOf(child.bornOn) } : { bornOn: textOf(child.bornOn), ...pupilNumber(child) }),
    sex: unborn ? 'not known' : child.sex,
  });
  child.born = !unborn;
  child.noted.push({ ...nowhere(child), is: unborn ? 'expected' : 'born', on: child.bornOn });
  says(child, null, about, childDescribed, {
    ethnicity: child.ethnicity,
    disabilities: child.disabilities.length > 0 ? [...child.disabilities] : ['NONE'],
  });
}

const pupilNumber = ({ upn }: Child) => (upn === null ? { upnUnknownReason: 'UN2' } : { upn });

function tellDecision(episode: Episode, by: Child['book'], withConcern: boolean): Day {
  const { story, plan } = episode;
  const { chance } = story;
  const { referredOn, route, endsOn } = plan;
  const decidedOn =
    route === 'nothing'
      ? endsOn
      : chance.percent(88)
        ? workingDaysAfter(referredOn, chance.whole(0, 1) || 1)
        : workingDaysAfter(referredOn, chance.whole(2, 6));
  const on = route !== 'nothing' && chance.percent(45) && decidedOn - referredOn < 5 ? referredOn : decidedOn;
  const next =
    route === 'nothing'
      ? 'no-further-action'
      : route === 'enquiry' || route === 'protection'
        ? 'strategy-discussion'
        : 'assessment';
  const need = inventNeed(chance, route);
  story.wrote(by, on, ({ says }) => {
    forEach(episode, on, (child, where) => {
      if (withConcern)
        says(child, null, { ...where, on: referredOn }, contactTriaged, {
          ...episodeOf(episode, child),
          rating: chance.pick(['red', 'amber', 'green'] as const),
        });
      says(child, route === 'nothing' ? 'decided: nothing follows' : 'decided: proceed', where, referralDecided, {
        next,
        primaryNeed: need,
        decidedBy: managerOn(teamOn(episode, on), on).name,
      });
    });
  });
  return on;
}

/** Told on the day of the decision, mostly; a few days late at times, and now and then never. */
function tellReferrer(episode: Episode, by: Child['book'], decidedOn: Day): void {
  const { story } = episode;
  if (story.chance.percent(4)) return;
  const on = story.chance.percent(86) ? decidedOn : workingDaysAfter(decidedOn, story.chance.whole(1, 5));
  story.wrote(by, on, ({ says }) =>
    forEach(episode, on, (child, where) => says(child, 'referrer told', where, referrerTold, { how: 'by telephone' })),
  );
}

function confirmInWriting(episode: Episode, by: Child['book'], minute: number): void {
  const { story, plan } = episode;
  if (story.chance.percent(8)) return;
  const on = workedFrom(
    plan.referredOn + (story.chance.percent(85) ? story.chance.whole(0, 1) : story.chance.whole(2, 6)),
  );
  const at = on === plan.referredOn ? Math.min(minute + story.chance.whole(20, 90), 985) : story.chance.whole(550, 980);
  story.wrote(by, on, ({ says }) =>
    forEach(episode, on, (child, where) =>
      says(child, 'confirmed in writing', { ...where, minute: at }, referralConfirmedInWriting, {}),
    ),
  );
}

/** The episode ends by a decision to close; one that ended with nothing to follow needs none. */
export function tellClosing(episode: Episode, reason: ClosureReason): void {
  const { story, plan } = episode;
  const on = plan.endsOn;
  const manager = managerOn(teamOn(episode, on), on);
  story.wrote(manager.book, on, ({ says }) =>
    forEach(episode, on, (child, where) =>
      says(child, 'closed', where, childClosed, { reason, agreedBy: manager.name }),
    ),
  );
}
