import { planAssessing, tellAssessing, tellOne } from './assessing.ts';
import { tellCare } from './caring.ts';
import type { Day } from './days.ts';
import { asksForCore, tellEnquiry } from './enquiring.ts';
import { tellBirths, tellClosing, tellReferral } from './front-door.ts';
import { plannedOn, tellNeedPlan } from './helping.ts';
import { tellPrivateFostering } from './private-fostering.ts';
import { tellConference, tellMoveHere, tellProtectionPlan } from './protecting.ts';
import type { Episode } from './told-episode.ts';
import { givenOn, tellHolding } from './who-holds.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';

/** Writes one episode from the first word to the closing, as far as it has come by the present day. */
export function runEpisode(episode: Episode): void {
  const { plan } = episode;
  const decidedOn = tellReferral(episode);
  if (plan.route === 'nothing') return;
  const heldOn = givenOn(episode, decidedOn);
  if (plan.route === 'assessed') runAssessed(episode, heldOn);
  else if (plan.route === 'in-need') runInNeed(episode, heldOn);
  else if (plan.route === 'enquiry') runEnquiry(episode, heldOn);
  else if (plan.route === 'protection') runProtection(episode, heldOn);
  else runCare(episode, heldOn);
  tellBirths(episode);
}

function runAssessed(episode: Episode, heldOn: Day): void {
  tellHolding(episode, [{ from: heldOn, work: 'assessment' }]);
  tellAssessing(episode, planAssessing(episode, heldOn), episode.story.chance.percent(85) ? false : null);
  const { plan, group, story } = episode;
  const lastsLong = plan.endsOn - plan.referredOn > 150 && group.every(({ bornOn }) => bornOn < plan.referredOn);
  if (lastsLong && group.length === 1 && story.chance.percent(5))
    tellPrivateFostering(episode, heldOn, plan.endsOn - 1);
  tellClosing(episode, 'no-further-action-after-assessment');
}

function runInNeed(episode: Episode, heldOn: Day): void {
  const assessing = planAssessing(episode, heldOn);
  const planOn = plannedOn(episode, assessing.completedOn);
  tellHolding(episode, [
    { from: heldOn, work: 'assessment' },
    { from: planOn, work: 'support' },
  ]);
  tellAssessing(episode, assessing, true);
  tellNeedPlan(episode, planOn, episode.plan.endsOn);
  tellClosing(episode, 'services-ended');
}

/** Enquiries that end without a conference: half of the children have help afterwards. */
function runEnquiry(episode: Episode, heldOn: Day): void {
  const { chance } = episode.story;
  const assessing = planAssessing(episode, heldOn);
  const helped = chance.percent(50);
  const planOn = plannedOn(episode, assessing.completedOn);
  tellHolding(episode, [
    { from: heldOn, work: 'assessment' },
    { from: planOn, work: 'support' },
  ]);
  const { begunOn } = tellEnquiry(episode, heldOn + chance.whole(0, 9), false);
  tellAssessing(episode, assessing, helped);
  withCore(episode, begunOn);
  if (helped) tellNeedPlan(episode, planOn, episode.plan.endsOn);
  tellClosing(episode, 'services-ended');
}

function runProtection(episode: Episode, heldOn: Day): void {
  const { chance } = episode.story;
  const { plan } = episode;
  const assessing = planAssessing(episode, heldOn);
  const moved = chance.percent(3);
  // The conference stands in the middle of this episode: who holds the children changes there.
  const suspectedOn = heldOn + chance.whole(0, 9);
  tellHolding(episode, [
    { from: heldOn, work: 'assessment' },
    { from: workingDaysAfter(suspectedOn, 14), work: 'support' },
  ]);
  const conferenceOn = moved ? tellMoveHere(episode, heldOn) : toConference(episode, suspectedOn);
  const safeOn = plan.stepsDown
    ? Math.max(conferenceOn + 60, plan.endsOn - chance.whole(80, 150))
    : plan.endsOn - chance.whole(0, 5);
  tellAssessing(episode, assessing, null);
  const endedOn = tellProtectionPlan(episode, conferenceOn, safeOn);
  if (plan.stepsDown && endedOn + 20 < plan.endsOn) tellNeedPlan(episode, workedFrom(endedOn + 1), plan.endsOn);
  tellClosing(episode, 'services-ended');
}

function toConference(episode: Episode, suspectedOn: Day): Day {
  const enquiry = tellEnquiry(episode, suspectedOn, true);
  const conferenceOn = enquiry.conferenceOn as Day;
  withCore(episode, enquiry.begunOn);
  tellConference(episode, enquiry, conferenceOn);
  return conferenceOn;
}

/** Children who come into care: within days of the referral, or after months in which a plan was tried. */
function runCare(episode: Episode, heldOn: Day): void {
  const { plan, story } = episode;
  const assessing = planAssessing(episode, heldOn);
  const careOn = workedFrom(
    Math.max(heldOn + 1, plan.referredOn + plan.careAfter, ...episode.group.map(({ bornOn }) => bornOn + 2)),
  );
  // A referral that is over before the child would have come into care.
  if (careOn + 12 >= plan.endsOn) {
    runInNeed(episode, heldOn);
    return;
  }
  const planOn = plannedOn(episode, assessing.completedOn);
  const helpedFirst = planOn + 30 < careOn;
  tellHolding(episode, [
    { from: heldOn, work: 'assessment' },
    ...(helpedFirst ? [{ from: planOn, work: 'support' } as const] : []),
    { from: workingDaysAfter(careOn, 8), work: 'in-care' },
  ]);
  tellAssessing(episode, assessing, helpedFirst ? true : null);
  if (helpedFirst) tellNeedPlan(episode, planOn, careOn);
  tellCare(episode, careOn, plan.endsOn - story.chance.whole(0, 4));
  tellClosing(episode, 'services-ended');
}

/** Before single assessments an enquiry was carried out through a core assessment. */
function withCore(episode: Episode, begunOn: Day): void {
  if (!asksForCore(begunOn)) return;
  const { chance } = episode.story;
  const doneOn = workingDaysAfter(begunOn, chance.percent(78) ? chance.whole(16, 35) : chance.whole(36, 55));
  tellOne(episode, 'core', begunOn, doneOn, null);
}
