import { placeholderAllocated } from '../../src/modules/allocation/public.ts';
import { assessmentOverrunExplained, assessmentReviewed } from '../../src/modules/assessment/public.ts';
import { childInNeedPlanAgreed, childInNeedPlanReviewed } from '../../src/modules/child-in-need/public.ts';
import { childClosed, planNeedDecided } from '../../src/modules/front-door/public.ts';
import {
  section47Begun,
  significantHarmSuspected,
  strategyDiscussionHeld,
} from '../../src/modules/protection/public.ts';
import { agnieszka, beatrix, jonah, temitope } from './hand-made-people.ts';
import { begunAssessment, completedAssessment, heldBy, referredChild, visited } from './referred.ts';
import type { Story, Told } from './story.ts';

/** Assessed for too long: 45 working days from 12 January ended on 16 March 2026. */
function kacper(): Story {
  const story = referredChild(
    { name: 'Kacper Wiśniewski', number: 'WM104532', born: '2014-06-22', sex: 'male' },
    {
      on: '2026-01-12 09:30',
      source: '6',
      referrer: 'Wherrymouth Police',
      by: 'writing',
      words: 'Out at night with older boys. Found twice in January at the bus station after eleven.',
      need: 'N1',
      decidedOn: '2026-01-13',
    },
  );
  return story
    .wrote(beatrix.id, '2026-01-14 09:00', heldBy(story, jonah, '2026-01-14'))
    .wrote(jonah.id, '2026-01-14 16:00', begunAssessment(story, '2026-01-14', '2026-02-25', jonah))
    .wrote(
      jonah.id,
      '2026-01-20',
      visited(story, jonah, '2026-01-20 17:00', {
        seen: 'with-others',
        present: ['Marta Wiśniewska, his mother', 'his grandfather'],
        words: 'Nobody asked me. I go where Olek goes.',
      }),
    )
    .wrote(
      beatrix.id,
      '2026-01-28',
      assessmentReviewed.write(story.on('2026-01-28', 'assessment'), {
        episode: story.episode,
        childSeen: true,
        account: 'Seen once, not alone. See him by himself before half-term.',
      }),
    );
}

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

/** An enquiry whose conference is a day overdue, led by a worker whose registration has lapsed since he was given her. */
function yusra(): Story {
  const story = referredChild(
    { name: 'Yusra al-Hashimi', number: 'WM104688', born: '2019-09-11', sex: 'female' },
    {
      on: '2026-03-05 08:50',
      source: '3E',
      referrer: 'Wherrymouth General Hospital, emergency department',
      by: 'phone',
      words: 'A burn to the forearm that the story given does not explain.',
      need: 'N1',
      decidedOn: '2026-03-05',
      writtenAt: '2026-03-05 09:30',
    },
  );
  const { episode } = story;
  return story
    .wrote(beatrix.id, '2026-03-05 12:10', heldBy(story, jonah, '2026-03-05 12:00'))
    .wrote(
      jonah.id,
      '2026-03-09 13:00',
      significantHarmSuspected.write(story.on('2026-03-06 16:20', 'enquiry'), { episode }),
      strategyDiscussionHeld.write(story.on('2026-03-09 11:00', 'enquiry'), {
        episode,
        enquiriesBegun: true,
        tookPart: ['Children’s services', 'Wherrymouth Police', 'The consultant paediatrician'],
      }),
      section47Begun.write(story.on('2026-03-09 12:00', 'enquiry'), {
        episode,
        ledBy: { worker: jonah.id, socialWorker: true },
      }),
      begunAssessment(story, '2026-03-09', '2026-04-10', jonah),
    )
    .wrote(
      jonah.id,
      '2026-03-11',
      visited(story, jonah, '2026-03-11 15:20', {
        seen: 'alone',
        present: ['Ms Haddad, who interpreted in Arabic'],
        place: 'at school',
        words: 'It was the iron. I am not allowed to say.',
      }),
    );
}

/** Held by nobody: in the manager's name since the day after the referral. */
function minhAnh(): Story {
  const story = referredChild(
    { name: 'Nguyễn Minh Anh', number: 'WM104671', born: '2010-09-09', sex: 'female' },
    {
      on: '2026-03-02 10:05',
      source: '1C',
      referrer: 'Minh Anh herself',
      by: 'in-person',
      words: 'I have nowhere to sleep after Friday. My aunt does not want me any more.',
      need: 'N8',
      decidedOn: '2026-03-03',
    },
  );
  return story.wrote(
    beatrix.id,
    '2026-03-03 12:00',
    placeholderAllocated.write(story.on('2026-03-03', 'holding'), {
      episode: story.episode,
      kind: 'manager',
      because: 'Two posts are vacant and one worker is ill. I ring her on Mondays and Thursdays.',
      manager: beatrix.name,
    }),
  );
}

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

/** Not born yet; a strategy discussion on 23 March starts a count that crosses Easter. */
function babyDoran(): Story {
  const story = referredChild(
    { name: 'Baby Doran', number: 'WM104645', expected: '2026-06-02', sex: 'not known' },
    {
      on: '2026-02-09 15:00',
      source: '3F',
      referrer: 'Midwife',
      by: 'phone',
      words: 'Booked late. Two older children live with their grandmother by order of the court.',
      need: 'N1',
      decidedOn: '2026-02-10',
    },
  );
  const { episode } = story;
  return story
    .wrote(beatrix.id, '2026-02-10 14:00', heldBy(story, temitope, '2026-02-10'))
    .wrote(temitope.id, '2026-02-11', begunAssessment(story, '2026-02-11', '2026-04-02', temitope))
    .wrote(
      temitope.id,
      '2026-03-23 14:30',
      significantHarmSuspected.write(story.on('2026-03-23 09:10', 'enquiry'), { episode }),
      strategyDiscussionHeld.write(story.on('2026-03-23 11:30', 'enquiry'), {
        episode,
        enquiriesBegun: true,
        tookPart: ['Children’s services', 'Wherrymouth Police', 'Midwifery'],
      }),
      section47Begun.write(story.on('2026-03-23 12:00', 'enquiry'), {
        episode,
        ledBy: { worker: temitope.id, socialWorker: true },
      }),
    );
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

export const toldOfChildrenOpenNow: readonly Told[] = [
  kacper(),
  esme(),
  yusra(),
  minhAnh(),
  suleiman(),
  babyDoran(),
  amadou(),
].flatMap((story) => story.told);
