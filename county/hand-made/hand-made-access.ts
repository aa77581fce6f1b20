import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { interestDeclared, type NamedRelation, relationNamed, sampleDrawn } from '../../src/modules/access/public.ts';
import { notKnown } from '../../src/record/said.ts';
import { handMadeId } from './hand-made-id.ts';
import {
  analyst,
  auditor,
  beatrix,
  chair,
  frontDoorWorker,
  inspector,
  lawyer,
  reviewingOfficer,
} from './hand-made-people.ts';
import { happenedAt, type Told, together } from './story.ts';

const child = (name: string): Id => handMadeId('child', name);

/** An entry of its own thread, in the book of a child or of the council. */
const on = (book: Id, name: string, day: string) => {
  const id = handMadeId('access', name);
  return { id, book, about: id, happened: happenedAt(day), source: { kind: 'here' } } as const;
};

const named = (when: string, name: string, person: Id, as: NamedRelation): Told =>
  together(beatrix.id, when, `Access, ${as} of ${name}`, [
    relationNamed.write(on(child(name), `${as} of ${name}`, when.slice(0, 10)), {
      person,
      as,
      from: mustBeDate(when.slice(0, 10)),
      until: notKnown,
    }),
  ]);

const drawn = (book: Id, when: string, sample: { title: string; by: Id; until: string; of: readonly string[] }): Told =>
  together(analyst.id, when, `Access, ${sample.title}`, [
    sampleDrawn.write(on(book, sample.title, when.slice(0, 10)), {
      title: sample.title,
      people: [sample.by],
      children: sample.of.map(child),
      from: mustBeDate(when.slice(0, 10)),
      until: mustBeDate(sample.until),
    }),
  ]);

/** Parts in children's lives that no allocation tells, files drawn to be read, and a worker who lives next door. */
export const toldOfAccess = (councilBook: Id): Told[] => [
  named('2026-02-23 09:40', 'Safiya Nowak-Rahman', chair.id, 'conference-chair'),
  named('2026-02-23 09:42', 'Zayn Nowak-Rahman', chair.id, 'conference-chair'),
  named('2026-03-09 11:15', 'Suleiman', reviewingOfficer.id, 'reviewing-officer'),
  named('2026-03-18 16:20', 'Yusra al-Hashimi', lawyer.id, 'legal'),
  together(frontDoorWorker.id, '2026-01-12 08:50', 'Access, an interest', [
    interestDeclared.write(on(councilBook, 'an interest', '2026-01-12'), {
      person: frontDoorWorker.id,
      child: child('Michael Connors'),
      kind: 'neighbour',
      because: 'The family moved in next door to me.',
    }),
  ]),
  drawn(councilBook, '2026-03-02 09:00', {
    title: 'Audit of closed cases, spring 2026',
    by: auditor.id,
    until: '2026-06-30',
    of: ['Amadou Diallo', 'Bethan Rhys-Malik', 'Michael Connors'],
  }),
  drawn(councilBook, '2026-03-23 08:30', {
    title: 'Inspection of March 2026, tracked children',
    by: inspector.id,
    until: '2026-04-17',
    of: ['Safiya Nowak-Rahman', 'Kacper Wiśniewski', 'Esmé Tull'],
  }),
];
