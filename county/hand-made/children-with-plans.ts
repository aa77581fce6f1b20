import { assessmentOverrunExplained } from '../../src/modules/assessment/public.ts';
import { childInNeedPlanAgreed, childInNeedPlanReviewed } from '../../src/modules/child-in-need/public.ts';
import { childClosed, planNeedDecided } from '../../src/modules/front-door/public.ts';
import { agnieszka, beatrix, temitope } from './hand-made-people.ts';
import { begunAssessment, completedAssessment, heldBy, referredChild, visited } from './referred.ts';
import type { Story, Told } from './story.ts';

/** Assessed late around Easter 2025, with a reason, and helped by a plan since. */
function esme(): Story {
  const story = referredChild(
    { name: 'Esmé Tull', number: 'WM103961', born: '2012-11-30', sex: 'female' },
    {
      on: '2025-02-17 13:15',
      source: '3C',
      referrer: 'School nurse',
      by: 'phone',
      words: 'Does not eat at school. Looks after her father, who cannot get up most days.',
      need: 'N3',
      decidedOn: '2025-02-18',
    },
  );
  const plan = { episode: story.episode };
  story
    .wrote(beatrix.id, '2025-02-19 10:00', heldBy(story, temitope, '2025-02-19'))
    .wrote(temitope.id, '2025-02-20', begunAssessment(story, '2025-02-20', '2025-04-11', temitope))
    .wrote(
      temitope.id,
      '2025-03-04',
      visited(story, temitope, '2025-03-04 16:00', {
        seen: 'alone',
        present: [],
        place: 'at school',
        words: 'If I say it is too much, will they take Dad away?',
      }),
    )
    .wrote(
      beatrix.id,
      '2025-04-29 12:00',
      completedAssessment(
        story,
        '2025-04-29',
        ['4B', '7A'],
        beatrix,
        'A child who runs a home. Her father agrees that she should not, and to be assessed himself.',
      ),
      assessmentOverrunExplained.write(story.on('2025-04-29', 'assessment'), {
        episode: story.episode,
        explanation: 'Her father’s consultant was away over Easter, and what he had to say decided it.',
      }),
      planNeedDecided.write(story.on('2025-04-29', 'referral'), { needed: true }),
    )
    .wrote(
      temitope.id,
      '2025-05-06',
      childInNeedPlanAgreed.write(story.on('2025-05-06', 'plan'), {
        ...plan,
        changes: 'A carer for her father each morning; a young carers’ group on Tuesdays; her own dinner at school.',
      }),
    );
  for (const day of ['2025-07-15', '2025-10-02', '2025-12-16', '2026-03-10'])
    story.wrote(
      temitope.id,
      day,
      childInNeedPlanReviewed.write(story.on(day, 'plan'), { ...plan, chairedBy: beatrix.name }),
    );
  // Seen within twenty working days of the last time, but for the summer, when five weeks passed.
  for (const day of ESMES_VISITS)
    story.wrote(
      temitope.id,
      `${day} 17:50`,
      visited(story, temitope, day, { seen: 'alone', present: [], place: 'at the young carers’ group' }),
    );
  return story;
}

const ESMES_VISITS = [
  '2025-05-20',
  '2025-06-12',
  '2025-07-08',
  '2025-08-14',
  '2025-09-09',
  '2025-10-02',
  '2025-10-28',
  '2025-11-20',
  '2025-12-16',
  '2026-01-14',
  '2026-02-05',
  '2026-03-03',
  '2026-03-26',
];

/** Held by a worker who has been ill since 2 March: nobody, after ten days. */
function suleiman(): Story {
  const story = referredChild(
    { name: 'Suleiman', number: 'WM103377', born: '2008-04-30', sex: 'male' },
    {
      on: '2025-08-20 11:00',
      source: '5B',
      referrer: 'Youth justice service',
      by: 'writing',
      words: 'Here alone since he was fourteen. Asks each week whether he may stay where he is.',
      need: 'N8',
      decidedOn: '2025-08-21',
    },
  );
  story
    .wrote(beatrix.id, '2025-08-22 09:15', heldBy(story, agnieszka, '2025-08-22'))
    .wrote(agnieszka.id, '2025-08-26', begunAssessment(story, '2025-08-26', '2025-10-10', agnieszka))
    .wrote(
      agnieszka.id,
      '2025-09-02',
      visited(story, agnieszka, '2025-09-02', { seen: 'alone', present: ['An interpreter in Tigrinya'] }),
    )
    .wrote(
      beatrix.id,
      '2025-10-09',
      completedAssessment(
        story,
        '2025-10-09',
        ['20'],
        beatrix,
        'Nearly grown, on his own, and doing well where he is.',
      ),
      planNeedDecided.write(story.on('2025-10-09', 'referral'), { needed: true }),
      childInNeedPlanAgreed.write(story.on('2025-10-09', 'plan'), { episode: story.episode }),
    );
  for (const day of ['2025-10-29', '2025-11-25', '2025-12-19', '2026-01-20', '2026-02-16'])
    story.wrote(
      agnieszka.id,
      day,
      visited(story, agnieszka, day, { seen: 'alone', present: [], place: 'at his lodgings' }),
    );
  for (const day of ['2025-12-19 16:00', '2026-02-27'])
    story.wrote(
      agnieszka.id,
      day.length > 10 ? '2025-12-19 18:10' : day,
      childInNeedPlanReviewed.write(story.on(day, 'plan'), { episode: story.episode }),
    );
  return story;
}

/** Assessed in time and closed, and told why. */
function amadou(): Story {
  const story = referredChild(
    { name: 'Amadou Diallo', number: 'WM104102', born: '2016-12-12', sex: 'male' },
    {
      on: '2025-06-02 12:45',
      source: '2A',
      referrer: 'St Brannock’s School',
      by: 'online',
      words: 'Very quiet since his grandmother died. His mother asked us to ask for help.',
      need: 'N4',
      decidedOn: '2025-06-03',
    },
  );
  return story
    .wrote(beatrix.id, '2025-06-04', heldBy(story, temitope, '2025-06-04'))
    .wrote(temitope.id, '2025-06-05', begunAssessment(story, '2025-06-05', '2025-07-11', temitope))
    .wrote(
      temitope.id,
      '2025-06-12',
      visited(story, temitope, '2025-06-12', { seen: 'alone', present: ['Fatou Diallo, his mother'] }),
    )
    .wrote(
      beatrix.id,
      '2025-07-10',
      completedAssessment(story, '2025-07-10', ['21'], beatrix, 'He is grieving, in a family that grieves with him.'),
      planNeedDecided.write(story.on('2025-07-10', 'referral'), { needed: false }),
    )
    .wrote(
      beatrix.id,
      '2025-07-18',
      childClosed.write(story.on('2025-07-18', 'referral'), {
        reason: 'no-further-action-after-assessment',
        childTold: 'Temitope told him, and left him the card for the bereavement group.',
        agreedBy: beatrix.name,
      }),
    );
}

export const toldOfChildrenWithPlans: readonly Told[] = [esme(), suleiman(), amadou()].flatMap((story) => story.told);
