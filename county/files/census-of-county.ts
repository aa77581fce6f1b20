import type { InventedChild, InventedEpisode } from '../census/invented-census.ts';
import { type Day, textOf } from '../generate/days.ts';
import { workingDaysAfter } from '../generate/working-calendar.ts';
import { inEpisode, type Line, linesOf, onThread, type Paper, said, yearFrom } from './paper-of-child.ts';

/** A child as the census of children in need has them, of the year that ends on a day; null for one whom it leaves out. */
export function censusOfChild(paper: Paper, until: Day): InventedChild | null {
  const { child } = paper;
  const from = yearFrom(until);
  const episodes = linesOf(paper, 'referral-received')
    .filter(({ on }) => on <= until)
    .map((referral) => episodeOf(paper, referral, from, until))
    .filter((episode) => episode !== null);
  if (episodes.length === 0) return null;
  const born = child.bornOn <= until && child.born;
  return {
    id: child.number,
    ...(born && child.upn !== null ? { upn: child.upn } : { upnUnknown: born ? 'UN2' : 'UN1' }),
    ...(born ? { bornOn: textOf(child.bornOn) } : { expectedOn: textOf(child.bornOn) }),
    sex: !born ? 'U' : child.sex === 'male' ? 'M' : 'F',
    ethnicity: child.ethnicity,
    disabilities: child.disabilities.length > 0 ? child.disabilities : ['NONE'],
    episodes,
  };
}

function episodeOf(paper: Paper, referral: Line, from: Day, until: Day): InventedEpisode | null {
  const own = inEpisode(paper.lines, referral.thread).filter(({ on }) => on <= until);
  const decided = own.find(({ type }) => type === 'referral-decided');
  const nothing = decided?.data.next === 'no-further-action';
  const closed = nothing ? decided : own.find(({ type }) => type === 'child-closed');
  if (closed && closed.on < from) return null;
  const moved = own.find(({ type }) => type === 'transfer-in-conference-held');
  const need = said(decided?.data.primaryNeed);
  return {
    referredOn: textOf(referral.on),
    source: said(referral.data.referralSource) ?? '10',
    ...(need === undefined || nothing ? {} : { need }),
    ...(closed
      ? {
          closedOn: textOf(closed.on),
          closedBecause: closed.data.reason === 'no-further-action-after-assessment' ? 'RC8' : 'RC7',
        }
      : {}),
    ...(moved ? { conferenceOn: textOf(moved.on) } : {}),
    noFurtherAction: nothing,
    assessments: assessmentsOf(own, from),
    needPlans: stretchesOf(own, 'child-in-need-plan-agreed', 'child-in-need-plan-ended', from),
    enquiries: enquiriesOf(own, from),
    plans: protectionPlansOf(own, from),
  };
}

function assessmentsOf(own: readonly Line[], from: Day): InventedEpisode['assessments'] {
  return own
    .filter(({ type, data }) => type === 'assessment-begun' && data.kind === 'single')
    .flatMap((begun) => {
      const done = onThread(own, begun.thread).find(({ type }) => type === 'assessment-completed');
      // One authorised before the year is not in its census; one that began before it and is still open may not be.
      if ((done?.on ?? begun.on) < from) return [];
      const factors = done && Array.isArray(done.data.factors) ? (done.data.factors as string[]) : [];
      return [{ begunOn: textOf(begun.on), ...(done ? { authorisedOn: textOf(done.on) } : {}), factors }];
    });
}

function stretchesOf(
  own: readonly Line[],
  opens: string,
  closes: string,
  from: Day,
): { begunOn: ReturnType<typeof textOf>; endedOn?: ReturnType<typeof textOf> }[] {
  return own
    .filter(({ type }) => type === opens)
    .flatMap((begun) => {
      const ended = onThread(own, begun.thread).find(({ type }) => type === closes);
      if (ended && ended.on < from) return [];
      return [{ begunOn: textOf(begun.on), ...(ended ? { endedOn: textOf(ended.on) } : {}) }];
    });
}

function enquiriesOf(own: readonly Line[], from: Day): InventedEpisode['enquiries'] {
  return own
    .filter(({ type }) => type === 'section-47-begun')
    .flatMap((begun) => {
      const thread = onThread(own, begun.thread);
      const held = thread.find(({ type }) => type === 'initial-conference-held');
      // One that began before the year is in its census where its conference was held in it.
      if ((held?.on ?? begun.on) < from) return [];
      const conferenceNotRequired = thread.some(
        ({ type, data }) => type === 'section-47-concluded' && data.conferenceNeeded === false,
      );
      return {
        begunOn: textOf(begun.on),
        ...(conferenceNotRequired ? {} : { targetOn: textOf(workingDaysAfter(begun.on, 15)) }),
        ...(held ? { conferenceOn: textOf(held.on) } : {}),
        conferenceNotRequired,
      };
    });
}

const CATEGORY: Readonly<Record<string, string>> = {
  neglect: 'NEG',
  physical: 'PHY',
  sexual: 'SAB',
  emotional: 'EMO',
  multiple: 'MUL',
};

function protectionPlansOf(own: readonly Line[], from: Day): InventedEpisode['plans'] {
  return own
    .filter(({ type }) => type === 'protection-plan-agreed')
    .flatMap((begun) => {
      const thread = onThread(own, begun.thread);
      const ended = thread.find(({ type }) => type === 'protection-plan-ended');
      if (ended && ended.on < from) return [];
      const category = CATEGORY[said(begun.data.category) ?? ''] ?? 'MUL';
      return [
        {
          begunOn: textOf(begun.on),
          ...(ended ? { endedOn: textOf(ended.on) } : {}),
          firstCategory: category,
          latestCategory: category,
          plansBefore: Number(begun.data.previousPlans),
          reviewedOn: thread
            .filter(({ type, on }) => type === 'review-conference-held' && on > begun.on)
            .map(({ on }) => textOf(on)),
        },
      ];
    });
}
