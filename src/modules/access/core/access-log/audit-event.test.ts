import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { auditEventOf, bundleAround, bundleEntry, type LoggedLine, urnOf } from './audit-event.ts';

const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const source = { council: 'Wherrymouth County Council', book: 'a1b2c3d4-e5f6-4000-8000-000000000001' as Id };
const line: LoggedLine = {
  id: 1234,
  at: '2026-03-31T09:05:00.000Z' as Instant,
  person: exampleId(1),
  event: 'child.opened',
  outcome: 'shown',
  purpose: 'request',
  children: [exampleId(2)],
  relation: 'allocated',
  opening: null,
  what: null,
};

/** As the definition of R4 has it: cardinality, the codes that are required, and nothing that it does not know. */
const text = z.string().regex(/\S/);
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const coding = z.strictObject({ system: uri, code: z.string().regex(/^\S+( \S+)*$/), display: text });
const concept = z.strictObject({ coding: z.array(coding).min(1) });
const identifier = z.strictObject({ system: uri, value: text });
const reference = z.strictObject({
  type: uri.or(z.literal('Patient')).optional(),
  identifier,
  display: text.optional(),
});
const auditEvent = z.strictObject({
  resourceType: z.literal('AuditEvent'),
  id: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/),
  type: coding,
  subtype: z.array(coding).min(1).optional(),
  action: z.enum(['C', 'R', 'U', 'D', 'E']).optional(),
  recorded: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/),
  outcome: z.enum(['0', '4', '8', '12']).optional(),
  outcomeDesc: text.optional(),
  purposeOfEvent: z.array(concept).min(1).optional(),
  agent: z
    .array(
      z.strictObject({
        role: z.array(concept).min(1).optional(),
        who: reference.optional(),
        altId: text.optional(),
        requestor: z.boolean(),
      }),
    )
    .min(1),
  source: z.strictObject({ site: text.optional(), observer: reference, type: z.array(coding).min(1).optional() }),
  entity: z
    .array(
      z.strictObject({
        what: reference.optional(),
        type: coding.optional(),
        role: coding.optional(),
        detail: z
          .array(z.strictObject({ type: text, valueString: text }))
          .min(1)
          .optional(),
      }),
    )
    .min(1)
    .optional(),
});
const bundle = z.strictObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('collection'),
  timestamp: z.string(),
  entry: z.array(
    z.strictObject({
      fullUrl: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      resource: auditEvent,
    }),
  ),
});

test('who looked at which child, by which relation', () => {
  const event = auditEvent.parse(auditEventOf(line, source));
  expect(event).toMatchObject({
    type: { code: '110110' },
    subtype: [{ code: 'child.opened', display: 'Opened the child’s page' }],
    action: 'R',
    recorded: line.at,
    outcome: '0',
    agent: [
      {
        role: [{ coding: [{ code: 'allocated', display: 'The child’s own worker' }] }],
        who: { identifier: { value: `urn:uuid:${exampleId(1)}` } },
        requestor: true,
      },
    ],
    source: { observer: { identifier: { value: `urn:uuid:${source.book}` } } },
    entity: [{ what: { identifier: { value: `urn:uuid:${exampleId(2)}` } } }],
  });
  expect(event.purposeOfEvent).toBeUndefined();
});

test('what was opened with a reason breaks the glass, and names the opening', () => {
  const event = auditEvent.parse(auditEventOf({ ...line, relation: 'reason', opening: exampleId(9) }, source));
  expect(event.purposeOfEvent?.[0]?.coding[0]?.code).toBe('BTG');
  expect(event.entity?.[0]?.detail).toEqual([{ type: 'opening', valueString: exampleId(9) }]);
  const asked = auditEventOf({ ...line, event: 'record.opened-with-reason', outcome: 'done' }, source);
  expect([asked.purposeOfEvent?.[0]?.coding[0]?.code, asked.action]).toEqual(['BTG', 'U']);
});

test('every kind of line fits: taken away, refused, searched, by a command, by a job, of nobody', () => {
  const said = (more: Partial<LoggedLine>) => {
    const { type, action, outcome, agent, entity } = auditEvent.parse(auditEventOf({ ...line, ...more }, source));
    return [type.code, action, outcome, agent[0]?.altId ?? null, entity?.length ?? 0];
  };
  expect(said({ what: 'export', event: 'register.read' })).toEqual(['110106', 'R', '0', null, 1]);
  expect(said({ outcome: 'not-permitted', relation: null })).toEqual(['110110', 'R', '4', null, 1]);
  expect(said({ event: 'child.looked-for', outcome: 'done' })).toEqual(['110112', 'E', '0', null, 1]);
  expect(said({ purpose: 'command', event: 'command.child' })).toEqual(['110110', 'E', '0', null, 1]);
  expect(said({ purpose: 'job', person: 'load upload', children: [] })).toEqual(['110100', 'E', '0', 'load upload', 0]);
  expect(said({ relation: 'a relation of tomorrow' })).toEqual(['110110', 'R', '0', null, 1]);
});

test('of a list only the child whose log it is', () => {
  const list = { ...line, children: [exampleId(2), exampleId(3), exampleId(4)] };
  expect(auditEventOf(list, source, [exampleId(3), exampleId(7)]).entity).toHaveLength(1);
  expect(JSON.stringify(auditEventOf(list, source, [exampleId(3)]))).not.toContain(exampleId(2));
});

test('a bundle of them is whole, empty or not, and each address is its own', () => {
  const { opens, closes } = bundleAround(line.at);
  const entries = [line, { ...line, id: 1235 }].map((each) => bundleEntry(each, source));
  const read = bundle.parse(JSON.parse(opens + entries.join(',') + closes));
  expect(new Set(read.entry.map(({ fullUrl }) => fullUrl)).size).toBe(2);
  expect(bundle.parse(JSON.parse(opens + closes)).entry).toEqual([]);
  expect(urnOf(line, source)).toBe('urn:uuid:a1b2c3d4-e5f6-8000-8000-0000000004d2');
});
