import { placeholderAllocated } from '../../src/modules/allocation/public.ts';
import { assessmentReviewed } from '../../src/modules/assessment/public.ts';
import {
  section47Begun,
  significantHarmSuspected,
  strategyDiscussionHeld,
} from '../../src/modules/protection/public.ts';
import { beatrix, jonah, temitope } from './hand-made-people.ts';
import { begunAssessment, heldBy, referredChild, visited } from './referred.ts';
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

export const toldOfChildrenInDanger: readonly Told[] = [kacper(), yusra(), minhAnh(), babyDoran()].flatMap(
  (story) => story.told,
);
