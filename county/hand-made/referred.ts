import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { workerAllocated } from '../../src/modules/allocation/public.ts';
import { assessmentBegun, assessmentCompleted } from '../../src/modules/assessment/public.ts';
import { childVisited } from '../../src/modules/child-in-need/public.ts';
import {
  concernRaised,
  contactTriaged,
  referralDecided,
  referralReceived,
  referrerTold,
} from '../../src/modules/front-door/public.ts';
import { childRecorded } from '../../src/modules/people/public.ts';
import { frontDoorWorker, type HandMadePerson } from './hand-made-people.ts';
import { Story } from './story.ts';

export type Invented = {
  readonly name: string;
  readonly number: string;
  readonly born?: string;
  readonly expected?: string;
  readonly sex: 'female' | 'male' | 'not known';
};

type Referral = {
  readonly on: string;
  readonly source: string;
  readonly referrer: string;
  readonly by: 'phone' | 'writing' | 'in-person' | 'online';
  readonly words: string;
  readonly need: string;
  readonly decidedOn: string;
  readonly next?: 'assessment' | 'no-further-action' | 'strategy-discussion';
  readonly decidedBy?: Id;
  /** When the referral was written down; 16:40 of its day unless told. */
  readonly writtenAt?: string;
};

/** A child comes to the council's notice: recorded, referred, looked at, decided. Most stories begin so. */
export function referredChild(child: Invented, referral: Referral): Story {
  const story = new Story(child.name);
  const { name, number, born, expected, sex } = child;
  const by = referral.decidedBy ?? frontDoorWorker.id;
  story.wrote(
    by,
    referral.writtenAt ?? `${referral.on.slice(0, 10)} 16:40`,
    childRecorded.write(story.on(referral.on, 'book'), {
      councilChildId: number,
      name,
      bornOn: born === undefined ? undefined : mustBeDate(born),
      expectedOn: expected === undefined ? undefined : mustBeDate(expected),
      sex,
    }),
    concernRaised.write(story.on(referral.on, 'referral'), {
      episode: story.episode,
      from: referral.referrer,
      words: referral.words,
    }),
    referralReceived.write(story.on(referral.on, 'referral'), {
      referralSource: referral.source,
      referrer: referral.referrer,
      by: referral.by,
      words: referral.words,
    }),
  );
  story.wrote(
    by,
    `${referral.decidedOn} 11:20`,
    contactTriaged.write(story.on(referral.on, 'referral'), { episode: story.episode, rating: 'amber' }),
    referralDecided.write(story.on(referral.decidedOn, 'referral'), {
      next: referral.next ?? 'assessment',
      primaryNeed: referral.need,
      reasons: referral.words,
    }),
    referrerTold.write(story.on(referral.decidedOn, 'referral'), { how: 'by telephone' }),
  );
  return story;
}

/** Somebody is given a child. */
export const heldBy = (story: Story, worker: HandMadePerson, since: string) =>
  workerAllocated.write(story.on(since, 'holding'), {
    episode: story.episode,
    worker: worker.id,
    workerName: worker.name,
  });

type Visit = {
  readonly seen: 'alone' | 'with-others' | 'not-seen';
  readonly present: readonly string[];
  readonly words?: string;
  readonly account?: string;
  readonly place?: string;
  readonly notSeenBecause?: string;
};

export const visited = (story: Story, worker: HandMadePerson, on: string, visit: Visit) =>
  childVisited.write(story.on(on, 'visits'), {
    ...visit,
    present: [...visit.present],
    episode: story.episode,
    place: visit.place ?? 'at home',
    visitedBy: worker.name,
    worker: worker.id,
  });

/** A single assessment: begun, and, where it was, completed. */
export const begunAssessment = (story: Story, on: string, plannedFor: string, assessedBy: HandMadePerson) =>
  assessmentBegun.write(story.on(on, 'assessment'), {
    episode: story.episode,
    kind: 'single',
    because: 'referral',
    plannedFor: mustBeDate(plannedFor),
    assessedBy: assessedBy.name,
  });

export const completedAssessment = (
  story: Story,
  on: string,
  factors: readonly string[],
  authorisedBy: HandMadePerson,
  analysis: string,
) =>
  assessmentCompleted.write(story.on(on, 'assessment'), {
    episode: story.episode,
    kind: 'single',
    factors: [...factors],
    analysis,
    authorisedBy: authorisedBy.name,
  });
