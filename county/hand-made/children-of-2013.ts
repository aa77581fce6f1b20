import { assessmentBegun, assessmentCompleted } from '../../src/modules/assessment/public.ts';
import { childClosed } from '../../src/modules/front-door/public.ts';
import { workerOf2013 } from './hand-made-people.ts';
import { completedAssessment, heldBy, referredChild, visited } from './referred.ts';
import type { Story, Told } from './story.ts';

const gwenllian = workerOf2013;

/** Under the rules of January 2013: an initial assessment in ten working days (three late), then a core assessment in 35. */
function bethan(): Story {
  const story = referredChild(
    { name: 'Bethan Rhys-Malik', number: 'WM100214', born: '2004-05-04', sex: 'female' },
    {
      on: '2013-01-14',
      source: '3A',
      referrer: 'Dr Sattar, general practitioner',
      by: 'writing',
      words: 'Bruises on both shins. Her mother says that she falls a great deal.',
      need: 'N1',
      decidedOn: '2013-01-15',
      decidedBy: gwenllian.id,
    },
  );
  const { episode } = story;
  return story
    .wrote(
      gwenllian.id,
      '2013-01-16',
      heldBy(story, gwenllian, '2013-01-16'),
      assessmentBegun.write(story.on('2013-01-16', 'initial assessment'), {
        episode,
        kind: 'initial',
        because: 'referral',
      }),
    )
    .wrote(
      gwenllian.id,
      '2013-01-23',
      visited(story, gwenllian, '2013-01-23', { seen: 'alone', present: ['her mother'] }),
    )
    .wrote(
      gwenllian.id,
      '2013-01-31',
      assessmentCompleted.write(story.on('2013-01-31', 'initial assessment'), {
        episode,
        kind: 'initial',
        factors: ['16A'],
        authorisedBy: gwenllian.name,
      }),
      assessmentBegun.write(story.on('2013-01-31', 'core assessment'), { episode, kind: 'core', because: 'referral' }),
    )
    .wrote(
      gwenllian.id,
      '2013-03-20',
      assessmentCompleted.write(story.on('2013-03-20', 'core assessment'), {
        episode,
        kind: 'core',
        factors: ['6A'],
        analysis: 'A disorder of balance, now found and treated.',
        authorisedBy: gwenllian.name,
      }),
    )
    .wrote(
      gwenllian.id,
      '2013-04-03',
      childClosed.write(story.on('2013-04-03', 'referral'), { reason: 'services-ended', agreedBy: gwenllian.name }),
    );
}

/** Under the rules of May 2013: one assessment in 45 working days, with a bank holiday among them. */
function michael(): Story {
  const story = referredChild(
    { name: 'Michael Connors', number: 'WM100389', born: '2009-10-19', sex: 'male' },
    {
      on: '2013-05-07',
      source: '4',
      referrer: 'Housing office',
      by: 'phone',
      words: 'The family is to be moved from the site at Cutter’s Lane and has nowhere to go with four small children.',
      need: 'N4',
      decidedOn: '2013-05-08',
      decidedBy: gwenllian.id,
    },
  );
  const { episode } = story;
  return story
    .wrote(
      gwenllian.id,
      '2013-05-09',
      heldBy(story, gwenllian, '2013-05-09'),
      assessmentBegun.write(story.on('2013-05-09', 'assessment'), { episode, kind: 'single', because: 'referral' }),
    )
    .wrote(
      gwenllian.id,
      '2013-05-21',
      visited(story, gwenllian, '2013-05-21', { seen: 'with-others', present: ['his mother', 'his three sisters'] }),
    )
    .wrote(
      gwenllian.id,
      '2013-07-02',
      completedAssessment(
        story,
        '2013-07-02',
        ['20'],
        gwenllian,
        'A family that needs a pitch, and nothing else from us.',
      ),
    )
    .wrote(
      gwenllian.id,
      '2013-07-09',
      childClosed.write(story.on('2013-07-09', 'referral'), {
        reason: 'no-further-action-after-assessment',
        agreedBy: gwenllian.name,
      }),
    );
}

export const toldOfChildrenOf2013: readonly Told[] = [bethan(), michael()].flatMap((story) => story.told);
