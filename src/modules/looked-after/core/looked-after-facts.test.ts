import { describe, expect, test } from 'vitest';
import { addMonths, mustBeDate } from '../../../kernel/local-date.ts';
import { happenedBetween } from '../../../record/entry.ts';
import { notKnown } from '../../../record/said.ts';
import { envelopeOn, factNamesOf, factsOfEntry, idNumber, toldOf } from '../../stored-entry.fixture.ts';
import { lookedAfter } from '../module.ts';
import * as entry from '../public.ts';

const { entries } = lookedAfter;
const [period, placement, officer, other] = [idNumber(20), idNumber(21), idNumber(22), idNumber(23)];
const inCare = (day: string | null = '2026-01-05') => envelopeOn(day, period);
const placed = (day: string | null = '2026-01-05') => envelopeOn(day, placement);
const begun = (given: Omit<Parameters<typeof entry.placementBegun.write>[1], 'episode'>, day?: string | null) =>
  entry.placementBegun.write(placed(day), { episode: period, ...given });
const named = (written: Parameters<typeof factNamesOf>[1]) => factNamesOf(entries, written);
const dayOf = (written: Parameters<typeof factNamesOf>[1], name: string) => {
  const fact = factsOfEntry(entries, written).find((each) => each.name === name);
  return fact && [fact.earliest, fact.latest];
};

describe('a period of care', () => {
  test('care counts as ordinary unless somebody said short breaks', () => {
    expect(named(entry.careEntered.write(inCare(), { legalStatus: 'accommodated' }))).toEqual([
      'care.entered',
      'legal-status.accommodated',
    ]);
    expect(named(entry.careEntered.write(inCare(), { shortBreaks: true }))).toEqual(['care.short-breaks-begun']);
    expect(named(entry.careEntered.write(inCare(), { shortBreaks: notKnown }))).toEqual(['care.entered']);
  });

  test('its end, and whether somebody approved it', () => {
    expect(named(entry.careEnded.write(inCare(), { because: 'adopted' }))).toEqual(['care.ended']);
    expect(named(entry.careEnded.write(inCare(), { approvedBy: 'the director' }))).toEqual([
      'care.approved-to-end',
      'care.ended',
    ]);
    expect(named(entry.careEnded.write(inCare(), { shortBreaks: true }))).toEqual(['care.short-breaks-ended']);
  });

  test.each(entry.LEGAL_STATUSES)('the legal status changes to %s', (legalStatus) => {
    const changed = entry.legalStatusChanged.write(inCare(), { legalStatus });
    expect(named(changed)).toEqual([`legal-status.${legalStatus}`]);
  });

  test('everything that stands on the thread of the period has the period as its episode', () => {
    for (const written of [
      entry.careEntered.write(inCare(), { legalStatus: 'care-order' }),
      entry.careReviewHeld.write(inCare(), { meeting: true }),
      entry.carePlanAgreed.write(inCare(), {}),
      entry.reviewingOfficerAppointed.write(inCare(), { officer }),
      entry.healthAssessed.write(inCare(), { kind: 'initial' }),
      entry.educationPlanBegun.write(inCare(), {}),
      entry.careEnded.write(inCare(), { approvedBy: 'the director' }),
    ])
      for (const fact of factsOfEntry(entries, written))
        expect([fact.thread, fact.episode], fact.name).toEqual([period, period]);
  });
});

describe('a placement', () => {
  test('is a thread of its own in the period, and names the carer', () => {
    const [fact] = factsOfEntry(entries, begun({ carer: other }));
    expect(fact).toMatchObject({ name: 'placement.begun', thread: placement, episode: period, party: other });
  });

  test('of which nothing is said has a year ahead, and visits by a rule that is not known', () => {
    expect(named(begun({}))).toEqual(['placement.begun', 'placement.first-year-over', 'visiting.not-known']);
  });

  test.each(entry.VISITING_RULES)('visits are governed as %s, and by nothing else', (visiting) => {
    expect(named(begun({ visiting })).filter((name) => name.startsWith('visiting.'))).toEqual([`visiting.${visiting}`]);
  });

  test('each thing that is said is a fact; each that is denied or not known is none', () => {
    const all = { first: true, intendedUntil18: true, outOfArea: true, atDistance: true } as const;
    expect(named(begun({ ...all, visiting: 'ordinary' }))).toEqual([
      'placement.begun',
      'placement.distant-begun',
      'placement.first-begun',
      'placement.first-year-over',
      'placement.out-of-area-begun',
      'placement.permanent',
      'visiting.ordinary',
    ]);
    const none = { first: false, intendedUntil18: false, outOfArea: notKnown, atDistance: notKnown } as const;
    expect(named(begun({ ...none, visiting: 'ordinary' }))).toEqual([
      'placement.begun',
      'placement.first-year-over',
      'visiting.ordinary',
    ]);
  });

  test.each([
    ['with-parents', ['placement.with-parent-begun']],
    ['emergency-foster', ['placement.emergency-begun']],
    ['semi-independent', ['placement.unregulated-begun']],
    ['independent-living', ['placement.unregulated-begun']],
    ['supported-accommodation', ['placement.supported-begun']],
    ['temporary', ['placement.temporary-begun']],
    ['temporary-hospital', ['placement.hospital-begun', 'placement.temporary-begun']],
    ['temporary-carer-holiday', ['placement.carer-holiday-begun', 'placement.temporary-begun']],
    ['foster', []],
    ['childrens-home', []],
  ] as const)('of the kind %s', (kind, facts) => {
    const usual = ['placement.begun', 'placement.first-year-over', 'visiting.ordinary'];
    expect(named(begun({ kind, visiting: 'ordinary' })).filter((name) => !usual.includes(name))).toEqual(facts);
  });

  test('supported accommodation is registered only where somebody said so', () => {
    const told = (given: object) =>
      named(begun({ kind: 'supported-accommodation', ...given })).filter((name) => /registered|unregulated/.test(name));
    expect([told({ registered: true }), told({ registered: false }), told({}), told({ registered: notKnown })]).toEqual(
      [['placement.supported-registered'], ['placement.unregulated-begun'], [], []],
    );
    expect(named(begun({ kind: 'foster', registered: true }))).not.toContain('placement.supported-registered');
  });

  test('a few days elsewhere have no anniversary and leave the visits as they are', () => {
    expect(named(begun({ kind: 'temporary-other' }))).toEqual(['placement.begun', 'placement.temporary-begun']);
  });

  test('its first year is over on the same day a year on, or on the last of February', () => {
    expect(dayOf(begun({}, '2025-03-31'), 'placement.first-year-over')).toEqual(['2026-03-31', '2026-03-31']);
    expect(dayOf(begun({}, '2024-02-29'), 'placement.first-year-over')).toEqual(['2025-02-28', '2025-02-28']);
  });

  test('the anniversary is as uncertain as the beginning', () => {
    const between = happenedBetween(mustBeDate('2025-01-10'), mustBeDate('2025-02-03'));
    const uncertain = entry.placementBegun.write(envelopeOn(between, placement), { episode: period });
    expect(dayOf(uncertain, 'placement.first-year-over')).toEqual(['2026-01-10', '2026-02-03']);
    const unknown = entry.placementBegun.write(envelopeOn(happenedBetween(mustBeDate('2025-01-10'), null), placement), {
      episode: period,
    });
    expect(dayOf(unknown, 'placement.first-year-over')).toEqual([addMonths(mustBeDate('2025-01-10'), 12), null]);
    expect(dayOf(begun({}, null), 'placement.first-year-over')).toEqual([null, null]);
  });

  test('long-term fostering counts only where the child agrees', () => {
    const agreed = (childAgrees?: boolean) =>
      named(entry.longTermFosteringAgreed.write(placed(), { episode: period, childAgrees }));
    expect([agreed(true), agreed(false), agreed()]).toEqual([['placement.long-term-agreed'], [], []]);
  });

  test('the rule for visits may become another, or not known any more', () => {
    const changed = (visiting: 'parent-care-order' | 'not-known') =>
      named(entry.visitingChanged.write(placed(), { episode: period, visiting }));
    expect([changed('parent-care-order'), changed('not-known')]).toEqual([
      ['visiting.parent-care-order'],
      ['visiting.not-known'],
    ]);
  });

  test.each([
    ['with-parent', 'placement.with-parent-approved'],
    ['out-of-area', 'placement.out-of-area-approved'],
    ['at-a-distance', 'placement.distant-approved'],
    ['temporary-connected-person', 'placement.temporary-approval-begun'],
    ['emergency', 'placement.emergency-approved'],
  ] as const)('approved: %s', (what, fact) => {
    expect(named(entry.placementApproved.write(placed(), { episode: period, what }))).toEqual([fact]);
  });
});

test.each([
  [entry.placementEnded.write(placed(), { episode: period }), ['placement.ended']],
  [entry.placementMadePermanent.write(placed(), { episode: period }), ['placement.permanent']],
  [entry.temporaryApprovalExtended.write(placed(), { episode: period }), ['placement.temporary-approval-extended']],
  [entry.temporaryApprovalEnded.write(placed(), { episode: period }), ['placement.temporary-approval-ended']],
  [entry.placementPlanAgreed.write(placed(), { episode: period }), ['placement.plan-agreed']],
  [entry.placementNotified.write(placed(), { episode: period }), ['placement.notified']],
  [entry.carePlanAgreed.write(inCare(), {}), ['care-plan.agreed']],
  [entry.reviewingOfficerAppointed.write(inCare(), {}), ['reviewing-officer.appointed']],
  [entry.reviewingOfficerSpokeToChild.write(inCare(), {}), ['reviewing-officer.spoke-to-child']],
  [entry.careReviewHeld.write(inCare(), {}), ['review.care-held']],
  [entry.careReviewHeld.write(inCare(), { meeting: false }), ['review.care-held']],
  [entry.careReviewHeld.write(inCare(), { meeting: true }), ['review.care-held', 'review.care-meeting-held']],
  [entry.careReviewDecisionsSent.write(inCare(), {}), ['review.care-decisions-sent']],
  [entry.careReviewRecordSent.write(inCare(), {}), ['review.care-record-sent']],
  [entry.reviewDisputeRaised.write(envelopeOn('2026-01-05', other), { episode: period }), ['dispute.raised']],
  [entry.reviewDisputeResolved.write(envelopeOn('2026-01-05', other), { episode: period }), ['dispute.resolved']],
  [entry.healthAssessed.write(inCare(), { kind: 'initial', by: 'doctor' }), ['health.initial-assessed']],
  [entry.healthAssessed.write(inCare(), { kind: 'initial' }), ['health.initial-assessed']],
  [entry.healthAssessed.write(inCare(), { kind: 'initial', by: 'nurse' }), []],
  [entry.healthAssessed.write(inCare(), { kind: 'review', by: 'nurse' }), ['health.review-assessed']],
  [entry.healthAssessed.write(inCare(), {}), []],
  [entry.dentalChecked.write(inCare(), {}), ['health.dental-checked']],
  [entry.immunisationsRecorded.write(inCare(), { upToDate: true }), ['health.immunised']],
  [entry.immunisationsRecorded.write(inCare(), { upToDate: false }), []],
  [entry.immunisationsRecorded.write(inCare(), {}), []],
  [entry.strengthsAndDifficultiesRecorded.write(inCare(), { score: 0 }), ['health.strengths-recorded']],
  [
    entry.strengthsAndDifficultiesRecorded.write(inCare(), { noScoreBecause: 'child-refused' }),
    ['health.strengths-recorded'],
  ],
  [entry.strengthsAndDifficultiesRecorded.write(inCare(), {}), []],
  [entry.healthObserved.write(inCare(), { healthAssessed: true, teethChecked: true, immunised: true }), []],
  [entry.educationPlanBegun.write(inCare(), {}), ['education.plan-begun']],
  [entry.educationPlanReviewed.write(inCare(), {}), ['education.plan-reviewed']],
  [entry.schoolPlaceNeeded.write(placed(), { episode: period }), ['education.school-place-needed']],
  [entry.schoolPlaceFound.write(placed(), { episode: period }), ['education.school-place-found']],
  [entry.childWentMissing.write(placed(), { episode: period }), ['missing.begun']],
  [entry.childWentMissing.write(placed(), { episode: null, reportedToPolice: false }), ['missing.begun']],
  [entry.childFound.write(placed(), { episode: period }), ['missing.found']],
  [entry.returnInterview.write(placed(), { episode: period }), []],
  [entry.returnInterview.write(placed(), { episode: period, offered: true }), ['missing.interview-offered']],
  [entry.returnInterview.write(placed(), { episode: period, refused: true }), ['missing.interview-offered']],
  [
    entry.returnInterview.write(placed(), { episode: period, held: true }),
    ['missing.interview-held', 'missing.interview-offered'],
  ],
  [entry.leavingCareEntitled.write(inCare(), {}), ['leaving-care.entitled']],
  [entry.leavingCareEntitled.write(inCare(), { category: 'qualifying' }), []],
  [entry.leavingCareNeedsAssessed.write(inCare(), {}), ['leaving-care.needs-assessed']],
  [entry.pathwayPlanAgreed.write(inCare(), {}), ['leaving-care.plan-agreed']],
  [entry.pathwayPlanReviewed.write(inCare(), {}), ['leaving-care.plan-reviewed']],
  [entry.adviserAppointed.write(inCare(), {}), ['leaving-care.adviser-appointed']],
  [entry.adviserInTouch.write(inCare(), {}), ['leaving-care.adviser-in-touch']],
  [
    entry.adviserVisited.write(inCare(), { seen: true }),
    ['leaving-care.adviser-in-touch', 'leaving-care.adviser-visited'],
  ],
  [entry.adviserVisited.write(inCare(), {}), ['leaving-care.adviser-visited']],
  [entry.adviserVisited.write(inCare(), { seen: false }), []],
  [entry.leaverAccommodationBegun.write(inCare(), {}), ['leaving-care.accommodation-begun']],
  [entry.leaverDetained.write(inCare(), {}), ['leaving-care.detained']],
  [entry.leaverReleased.write(inCare(), {}), ['leaving-care.released']],
  [entry.leavingCareEnded.write(inCare(), {}), ['leaving-care.ended']],
  [entry.leaverObserved.write(inCare(), { inTouch: 'yes' }), []],
  [entry.adoptionReported.write(inCare(), { placedOn: mustBeDate('2025-06-01') }), []],
])('an entry and its facts %#', (written, facts) => {
  expect(named(written)).toEqual(facts);
});

test('a report to the police has the day of going missing, never its hour', () => {
  const at = { earliest: mustBeDate('2026-01-05'), latest: mustBeDate('2026-01-05'), precision: 'instant' } as const;
  const went = entry.childWentMissing.write(
    { ...placed(), happened: { ...at, at: '2026-01-05T21:30:00.000Z' as never } },
    { episode: period, reportedToPolice: true },
  );
  expect(factsOfEntry(entries, went).map(({ name, at: moment }) => [name, moment])).toEqual([
    ['missing.begun', '2026-01-05T21:30:00.000Z'],
    ['missing.reported', null],
  ]);
});

describe('what the chronology says', () => {
  test('what is not known is said to be so', () => {
    expect(toldOf(entries, entry.childWentMissing.write(placed(), { episode: null }))).toBe(
      'Missing. Whether the police were told is not known.',
    );
    expect(toldOf(entries, entry.healthAssessed.write(inCare(), {}))).toBe(
      'Health assessment. Which kind is not known.',
    );
  });

  test('where a child lives is never in it', () => {
    const where = { place: '4 Mill Lane', postcode: 'AB1 2CD', kind: 'foster' } as const;
    expect(toldOf(entries, begun(where))).toBe('Placement. Began: with foster carers who are not relatives.');
  });
});
