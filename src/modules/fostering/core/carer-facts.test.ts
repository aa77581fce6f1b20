import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../../record/entry.ts';
import { envelopeOn, factNamesOf, factsOfEntry, idNumber, storedEntries } from '../../stored-entry.fixture.ts';
import { fostering } from '../module.ts';
import * as entry from '../public.ts';
import { carerPage } from './carer-now.ts';

const { entries } = fostering;
const [book, approval, visit, worker, child] = [1, 20, 21, 22, 23].map(idNumber) as [
  ...[ReturnType<typeof idNumber>, ReturnType<typeof idNumber>, ReturnType<typeof idNumber>],
  ...[ReturnType<typeof idNumber>, ReturnType<typeof idNumber>],
];
const on = (day: string | null, about = approval) => envelopeOn(day, about);
const own = (day = '2026-02-02') => ({ envelope: on(day, visit), episode: { episode: approval } });

test('an approval foresees that its first year is over', () => {
  const facts = factsOfEntry(entries, entry.carerApproved.write(on('2024-02-29'), {}));
  expect(facts.map(({ name, earliest, latest, at }) => [name, earliest, latest, at])).toEqual([
    ['carer.approved', '2024-02-29', '2024-02-29', null],
    ['carer.first-year-over', '2025-02-28', '2025-02-28', null],
  ]);
  expect(facts.map(({ thread, episode }) => [thread, episode])).toEqual([
    [approval, approval],
    [approval, approval],
  ]);
});

test('a supervisor is named by their book, where it is known', () => {
  const party = (given: object) =>
    factsOfEntry(entries, entry.supervisingWorkerAllocated.write(on('2026-01-05'), given))[0]?.party;
  expect([party({ worker }), party({ workerName: 'Ruth Sayers' })]).toEqual([worker, null]);
});

test('a supervision visit is a thread of its own, of that approval', () => {
  const { envelope, episode } = own();
  expect(factsOfEntry(entries, entry.carerSupervised.write(envelope, { ...episode, worker }))).toMatchObject([
    { name: 'carer.supervised', thread: visit, episode: approval, party: worker },
  ]);
});

const { envelope, episode } = own();
test.each([
  [entry.carerAssessmentBegun.write(on('2026-01-05'), {}), ['carer.assessment-begun']],
  [entry.carerReviewed.write(on('2026-01-05'), {}), ['carer.reviewed']],
  [entry.carerViewsRecorded.write(on('2026-01-05'), {}), ['carer.views-recorded']],
  [entry.carerApprovalEnded.write(on('2026-01-05'), {}), ['carer.ended']],
  [entry.carerResigned.write(on('2026-01-05'), {}), ['carer.resigned']],
  [entry.supervisingWorkerEnded.write(on('2026-01-05'), {}), ['carer.worker-ended']],
  [entry.carerVisitedUnannounced.write(on('2026-01-05'), {}), ['carer.visited-unannounced']],
  [entry.carerTrainingCompleted.write(on('2026-01-05'), {}), ['carer.training-completed']],
  [entry.supervisionSigned.write(envelope, episode), ['carer.supervision-signed']],
  [entry.carerRecommendationMade.write(envelope, episode), ['carer.recommended']],
  [entry.carerDecided.write(envelope, episode), ['carer.decided']],
  [entry.independentReviewNotified.write(envelope, episode), ['carer.independent-review-notified']],
  [entry.independentReviewPapersSent.write(envelope, episode), ['carer.papers-sent']],
  [entry.notifiableEventHappened.write(envelope, episode), ['carer.notifiable-event']],
  [entry.notifiableEventNotified.write(envelope, episode), ['carer.event-notified']],
  [entry.childPlacedWithCarer.write(envelope, { ...episode, child }), ['carer.child-placed']],
  [entry.childLeftCarer.write(envelope, { ...episode, child }), ['carer.child-left']],
])('an entry and its facts %#', (written, facts) => {
  expect(factNamesOf(entries, written)).toEqual(facts);
});

describe('the current page of a carer', () => {
  const rows = (...written: NewEntry[]) => carerPage.rowsOf(book, storedEntries(written));
  const begun = entry.carerAssessmentBegun.write(on('2024-06-03'), { name: 'Grace Amadi', kind: 'mainstream' });
  const approved = entry.carerApproved.write(on('2024-12-02'), { places: 2 });
  const allocated = entry.supervisingWorkerAllocated.write(on('2024-12-02'), { worker, workerName: 'Ruth Sayers' });

  test('somebody who is being assessed is not approved', () => {
    expect(rows(begun)).toMatchObject([{ name: 'Grace Amadi', approved: false, approved_on: null, ended: false }]);
    expect(rows(allocated)).toEqual([]);
  });

  test('the approval, the name that was said before it, and the supervisor', () => {
    expect(rows(begun, approved, allocated)).toEqual([
      {
        ...{ book, thread: approval, name: 'Grace Amadi', kind: 'mainstream', places: 2 },
        ...{ approved: true, approved_on: '2024-12-02', ended: false, ended_on: null },
        ...{ supervising_worker: worker, supervising_worker_name: 'Ruth Sayers' },
      },
    ]);
  });

  test('the supervisor who ended supervises nobody; a later one does, in whatever order it was written', () => {
    const ended = entry.supervisingWorkerEnded.write(on('2025-05-01'), {});
    const later = entry.supervisingWorkerAllocated.write(on('2025-05-12'), { workerName: 'Tom Ball' });
    expect(rows(approved, allocated, ended)).toMatchObject([
      { supervising_worker: null, supervising_worker_name: null },
    ]);
    expect(rows(later, approved, ended, allocated)).toMatchObject([{ supervising_worker_name: 'Tom Ball' }]);
  });

  test('an approval that ended, and a second one after it', () => {
    const ended = entry.carerApprovalEnded.write(on('2025-07-01'), {});
    expect(rows(begun, approved, ended)).toMatchObject([{ ended: true, ended_on: '2025-07-01' }]);
    const again = entry.carerApproved.write(on('2026-01-05', visit), {});
    expect(rows(begun, approved, ended, again)).toMatchObject([
      { thread: visit, ended: false, approved_on: '2026-01-05', name: 'Grace Amadi' },
    ]);
  });
});
