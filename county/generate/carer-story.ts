import type { Id } from '../../src/kernel/id.ts';
import {
  carerApprovalEnded,
  carerApproved,
  carerAssessmentBegun,
  carerDecided,
  carerRecommendationMade,
  carerResigned,
  carerReviewed,
  carerSupervised,
  carerViewsRecorded,
  carerVisitedUnannounced,
  supervisingWorkerAllocated,
  supervisionSigned,
} from '../../src/modules/fostering/public.ts';
import type { CountyOf } from './county-plan.ts';
import { type Day, monthsAfter } from './days.ts';
import type { FamilyStory, Subject, Where, Writing } from './family-story.ts';
import type { Rota } from './posts-on-a-day.ts';
import { workedFrom, workedUntil, workingDaysAfter } from './working-calendar.ts';

type Telling = {
  readonly county: CountyOf;
  readonly rota: Rota;
  readonly story: FamilyStory;
  readonly subject: Subject;
  readonly name: string;
  readonly approvedOn: Day;
  readonly endedOn: Day | null;
};

/** A carer's book: assessed, recommended, approved, supervised, visited unannounced, reviewed every year; and how it ended. */
export function tellCarer(telling: Telling): void {
  const approval = telling.story.nextId();
  tellApproval(telling, approval);
  tellReviews(telling, approval);
  tellUnannounced(telling, approval);
  tellSupervision(telling, approval);
  tellEnd(telling, approval);
}

function wrote(
  { county, rota, story, endedOn }: Telling,
  on: Day,
  write: (writing: Writing, worker: Id) => void,
): void {
  if (on > (endedOn ?? county.today)) return;
  const { chance } = story;
  const team = rota.teamFor(chance, 'fostering', '');
  const worker = rota.workerOf(chance, team, 'fostering', on).book;
  story.wrote(worker, on, (writing) => write(writing, worker));
}

const of = (thread: Id, on: Day): Where => ({ on, thread, episode: thread });

function tellApproval(telling: Telling, approval: Id): void {
  const { story, subject, name, approvedOn } = telling;
  const { chance } = story;
  const begunOn = workedFrom(monthsAfter(approvedOn, -(chance.percent(84) ? chance.whole(4, 7) : chance.whole(9, 11))));
  const kind = chance.percent(80) ? 'mainstream' : 'connected-person';
  wrote(telling, begunOn, ({ says }) =>
    says(subject, 'carer assessment begun', of(approval, begunOn), carerAssessmentBegun, { name, kind }),
  );
  const panel = story.nextId();
  const recommendedOn = workedUntil(approvedOn - (chance.percent(85) ? chance.whole(2, 8) : chance.whole(13, 25)));
  wrote(telling, recommendedOn, ({ says }) =>
    says(
      subject,
      'carer recommended',
      { on: recommendedOn, thread: panel, episode: approval },
      carerRecommendationMade,
      { episode: approval, recommends: 'Approve, for two children of any age.' },
    ),
  );
  wrote(telling, approvedOn, ({ says }) => {
    says(subject, 'carer decided', { on: approvedOn, thread: panel, episode: approval }, carerDecided, {
      episode: approval,
      decision: 'Approved.',
    });
    says(subject, 'carer approved', of(approval, approvedOn), carerApproved, {
      name,
      kind,
      terms: 'Two children of any age.',
      places: 2,
    });
  });
  if (chance.percent(4)) return;
  const givenOn = workingDaysAfter(approvedOn, chance.whole(1, 12));
  wrote(telling, givenOn, ({ says }, worker) =>
    says(subject, 'carer worker allocated', { ...of(approval, givenOn), party: worker }, supervisingWorkerAllocated, {
      worker,
    }),
  );
}

const lastDay = ({ county, endedOn }: Telling): Day =>
  Math.min(county.today, (endedOn ?? Number.POSITIVE_INFINITY) - 1);

function tellReviews(telling: Telling, approval: Id): void {
  const { story, subject, approvedOn } = telling;
  const { chance } = story;
  for (let day = approvedOn, first = true; ; first = false) {
    const due = monthsAfter(day, 12);
    day = chance.percent(85) ? workedUntil(due - chance.whole(0, 40)) : workedFrom(due + chance.whole(1, 70));
    if (day > lastDay(telling)) return;
    const [on, toPanel] = [day, first];
    if (!chance.percent(6))
      wrote(telling, on - 5, ({ says }) =>
        says(subject, 'carer views recorded', of(approval, on - 5), carerViewsRecorded, { of: ['carer', 'children'] }),
      );
    wrote(telling, on, ({ says }) => says(subject, 'carer reviewed', of(approval, on), carerReviewed, { toPanel }));
  }
}

function tellUnannounced(telling: Telling, approval: Id): void {
  const { story, subject, approvedOn } = telling;
  const { chance } = story;
  for (let day = approvedOn; ; ) {
    day = workedFrom(day + (chance.percent(84) ? chance.whole(200, 360) : chance.whole(368, 520)));
    if (day > lastDay(telling)) return;
    const on = day;
    wrote(telling, on, ({ says }, worker) =>
      says(subject, 'carer visited unannounced', of(approval, on), carerVisitedUnannounced, { worker }),
    );
  }
}

/** Written down for the last two years only: before, nobody kept notes of supervision. Of some carers no note was ever signed. */
function tellSupervision(telling: Telling, approval: Id): void {
  const { story, subject, approvedOn, county } = telling;
  const { chance } = story;
  const neverSigned = chance.percent(9);
  for (let day = Math.max(approvedOn + 10, county.today - 730 + chance.whole(0, 40)); ; ) {
    day = workedFrom(day + (chance.percent(85) ? chance.whole(35, 53) : chance.whole(58, 110)));
    if (day > lastDay(telling)) return;
    const on = day;
    const thread = story.nextId();
    const where = { on, thread, episode: approval };
    wrote(telling, on, ({ says }, worker) =>
      says(subject, 'carer supervised', neverSigned ? { ...where, as: 'never signed' } : where, carerSupervised, {
        episode: approval,
        worker,
        note: 'The children, the house, what is hard this month.',
      }),
    );
    const signedOn = workingDaysAfter(on, chance.whole(1, 15));
    if (neverSigned || signedOn > lastDay(telling) || chance.percent(5)) continue;
    wrote(telling, signedOn, ({ says }) =>
      says(subject, 'supervision signed', { ...where, on: signedOn }, supervisionSigned, {
        episode: approval,
        signedBy: [telling.name],
      }),
    );
  }
}

function tellEnd(telling: Telling, approval: Id): void {
  const { story, subject, endedOn } = telling;
  if (endedOn === null) return;
  const { chance } = story;
  if (chance.percent(70)) {
    const resignedOn = endedOn - (chance.percent(80) ? 28 : chance.whole(29, 45));
    wrote(telling, resignedOn, ({ says }) =>
      says(subject, 'carer resigned', of(approval, resignedOn), carerResigned, {}),
    );
  }
  wrote(telling, endedOn, ({ says }) => says(subject, 'carer ended', of(approval, endedOn), carerApprovalEnded, {}));
}
