import type { Lane, LaneSegment, SegmentSays } from '../../../../sight/lanes.ts';
import { countOf, shortDay } from '../../../../ui/dates-in-words.ts';
import type { SightlineLane } from '../../../../ui/sightline/sightline-picture.ts';

/** What a segment is called in the table, and the few words that stand beneath it. */
export const SEGMENT_WORDS: Record<SegmentSays, { readonly what: string; readonly note: string }> = {
  open: { what: 'Open', note: '' },
  held: { what: 'Held', note: '' },
  nobody: { what: 'Nobody', note: 'nobody named' },
  placeholder: { what: 'Nobody', note: 'a placeholder' },
  ended: { what: 'Nobody', note: 'allocation ended' },
  'worker-left': { what: 'Nobody', note: 'worker left' },
  'worker-on-leave': { what: 'Nobody', note: 'worker away, no cover' },
  'worker-not-registered': { what: 'Nobody', note: 'worker not registered' },
  'not-known': { what: 'Cannot tell', note: 'nothing recorded of the worker' },
  'not-seen-yet': { what: 'Not seen yet', note: 'not seen yet' },
  'visit-overdue': { what: 'Not seen in time', note: 'visit overdue' },
  'not-assessed': { what: 'Not assessed', note: 'not assessed' },
  assessment: { what: 'Assessment', note: '' },
  'initial-assessment': { what: 'Initial assessment', note: '' },
  'core-assessment': { what: 'Core assessment', note: '' },
  'no-plan': { what: 'No plan', note: 'no plan' },
  'plan-in-need': { what: 'Child in need plan', note: '' },
  'plan-protection': { what: 'Protection plan', note: '' },
  'plan-care': { what: 'Care plan', note: '' },
  placed: { what: 'Placed', note: '' },
  'not-placed': { what: 'No placement', note: 'no placement known' },
  'cannot-tell': { what: 'Cannot tell', note: '' },
};

/** Why a whole lane is dotted: what the census never says. */
export const UNKNOWN_WORDS: Record<Lane['lane'], string> = {
  concern: 'not known',
  held: 'the census names no worker',
  seen: 'the census holds no visits',
  assessed: 'the sources do not say',
  planned: 'the sources do not say',
  placed: 'the sources do not say',
  heard: 'the census holds no words',
};

type Now = SightlineLane['now'];

/** The lane's last segment that still lasts on the day. */
const lasting = ({ segments }: Lane): LaneSegment | undefined => segments.findLast(({ until }) => until === null);

/** How the lane stands on the day: a line must end in a sentence. `name` is the worker's, where one is named. */
export function laneNow(lane: Lane, isOpen: boolean, name: string | null): Now {
  if (!isOpen && lane.lane !== 'heard' && lane.lane !== 'seen')
    return { words: lane.lane === 'concern' ? 'Not open' : 'Not owed' };
  switch (lane.lane) {
    case 'concern':
      return { words: `Open ${countOf(lasting(lane)?.days ?? 0, 'day')}` };
    case 'held':
      return heldNow(lane, name);
    case 'seen':
      return seenNow(lane);
    case 'assessed':
      return assessedNow(lane);
    case 'planned':
      return plannedNow(lane);
    case 'placed':
      return placedNow(lane);
    case 'heard':
      return heardNow(lane);
  }
}

const cannotTell = (lane: Lane): Now => ({ words: 'Cannot tell', detail: UNKNOWN_WORDS[lane.lane], is: 'unknown' });

function heldNow(lane: Lane, name: string | null): Now {
  const now = lasting(lane);
  if (lane.answer === 'cannot-tell') return cannotTell(lane);
  const days = now && countOf(now.days, 'day');
  if (lane.answer === 'yes') return { words: name ?? 'A named worker', detail: days };
  const because = now ? SEGMENT_WORDS[now.says].note : '';
  return { words: days ? `Nobody, ${days}` : 'Nobody', detail: because, is: 'missed' };
}

function seenNow(lane: Lane): Now {
  const visits = lane.marks.filter((mark) => mark.is === 'visit' && mark.seen !== 'not-seen');
  const last = visits.at(-1);
  const next = nextDue(lane, 'visit due');
  const late = lasting(lane)?.says === 'visit-overdue';
  if (last?.is === 'visit') {
    const how = last.seen === 'alone' ? 'seen alone' : 'seen with others';
    return {
      words: `${shortDay(last.on)}, ${how}`,
      detail: late ? 'a visit is overdue' : next,
      is: late ? 'missed' : undefined,
    };
  }
  if (lane.answer === 'no') return { words: 'Not seen yet', detail: next, is: 'missed' };
  return lane.answer === 'cannot-tell' ? cannotTell(lane) : { words: 'No visit recorded', detail: next };
}

function assessedNow(lane: Lane): Now {
  if (lane.answer === 'cannot-tell') return cannotTell(lane);
  if (lane.answer === 'no') return { words: 'Not assessed', detail: nextDue(lane, 'due'), is: 'missed' };
  const now = lasting(lane);
  const last = lane.segments.findLast(({ is }) => is === 'cover');
  if (now?.is === 'cover') {
    const late = now.lateFrom !== null;
    return { words: 'Being assessed', detail: late ? 'late' : nextDue(lane, 'due'), is: late ? 'missed' : undefined };
  }
  if (lane.answer === 'not-owed') return { words: 'Not owed' };
  return { words: 'Assessed', detail: last?.until ? `completed ${shortDay(last.until)}` : 'a plan is live' };
}

function plannedNow(lane: Lane): Now {
  if (lane.answer === 'cannot-tell') return cannotTell(lane);
  if (lane.answer === 'no') return { words: 'No plan', detail: nextDue(lane, 'next due'), is: 'missed' };
  if (lane.answer === 'not-owed') return { words: 'No plan owed', detail: nextDue(lane, 'next due') };
  const now = lasting(lane);
  return { words: now ? SEGMENT_WORDS[now.says].what : 'A plan', detail: nextDue(lane, 'next due') };
}

function placedNow(lane: Lane): Now {
  if (lane.answer === 'cannot-tell') return cannotTell(lane);
  if (lane.answer === 'not-owed') return { words: 'Not in care' };
  const days = countOf(lasting(lane)?.days ?? 0, 'day');
  if (lane.answer === 'no') return { words: `No placement, ${days}`, is: 'missed' };
  return { words: `Placed ${days}`, detail: nextDue(lane, 'next due') };
}

function heardNow(lane: Lane): Now {
  const views = lane.marks.filter((mark) => mark.is === 'view');
  if (views.length === 0) return { words: 'Nothing written down', detail: 'of what the child said' };
  const waiting = views.filter((view) => view.answeredOn === null).length;
  const untold = views.filter((view) => view.answeredOn !== null && view.toldOn === null).length;
  if (waiting > 0) return { words: `${countOf(waiting, 'view')} waiting`, detail: 'for an answer', is: 'missed' };
  return untold > 0
    ? { words: `${countOf(untold, 'answer')} not told`, detail: 'to the child', is: 'missed' }
    : { words: 'Answered and told' };
}

function nextDue({ marks }: Lane, words: string): string | undefined {
  const days = marks.flatMap((mark) => (mark.is === 'due' ? [mark.on] : [])).sort();
  return days[0] === undefined ? undefined : `${words} ${shortDay(days[0])}`;
}
