import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { RELATION_IN_WORDS, relation } from '../relation.ts';
import { eventInWords } from './access-event-in-words.ts';
import { isPersonId } from './log-person.ts';

/** One line of the access log as it stands in the table. */
export type LoggedLine = {
  readonly id: number;
  readonly at: Instant;
  /** The id of a person, or the name of a job or import. */
  readonly person: string;
  readonly event: string;
  readonly outcome: string;
  readonly purpose: string;
  readonly children: readonly Id[];
  readonly relation: string | null;
  readonly opening: Id | null;
  readonly what: string | null;
};

/** Whose log it is: the council, and its own book as the number of this installation. */
export type LogSource = { readonly council: string; readonly book: Id };

type Coding = { readonly system: string; readonly code: string; readonly display: string };
type Identified = { readonly identifier: { readonly system: string; readonly value: string } };

/** A FHIR R4 AuditEvent (hl7.org/fhir/R4/auditevent.html), with the elements that a line of ours can fill. No name is in it. */
export type AuditEvent = {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly recorded: Instant;
  readonly outcome: '0' | '4';
  readonly outcomeDesc: string;
  readonly purposeOfEvent?: readonly { readonly coding: readonly Coding[] }[];
  readonly agent: readonly {
    readonly role?: readonly { readonly coding: readonly Coding[] }[];
    readonly who?: Identified;
    readonly altId?: string;
    readonly requestor: boolean;
  }[];
  readonly source: {
    readonly site: string;
    readonly observer: Identified & { readonly display: string };
    readonly type: readonly Coding[];
  };
  readonly entity?: readonly {
    readonly what: Identified & { readonly type: 'Patient' };
    readonly type: Coding;
    readonly role: Coding;
    readonly detail?: readonly { readonly type: string; readonly valueString: string }[];
  }[];
};

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const HL7 = 'http://terminology.hl7.org/CodeSystem';
const OURS = 'urn:x-sightline';
const coding = (system: string, code: string, display: string): Coding => ({ system, code, display });

const identified = (uuid: string): Identified => ({
  identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}` },
});

/** One line as a FHIR AuditEvent. `only`: of the children of a list, those by whose log it is told. */
export function auditEventOf(line: LoggedLine, { council, book }: LogSource, only?: readonly Id[]): AuditEvent {
  const children = only === undefined ? line.children : line.children.filter((child) => only.includes(child));
  const withReason = line.opening !== null || line.event === 'record.opened-with-reason';
  return {
    resourceType: 'AuditEvent',
    id: `log-${line.id}`,
    type: typeOf(line),
    subtype: [coding(`${OURS}:event`, line.event, eventInWords(line.event))],
    action: actionOf(line),
    recorded: line.at,
    outcome: line.outcome === 'shown' || line.outcome === 'done' ? '0' : '4',
    outcomeDesc: line.outcome,
    ...(withReason ? { purposeOfEvent: [{ coding: [coding(`${HL7}/v3-ActReason`, 'BTG', 'break the glass')] }] } : {}),
    agent: [agentOf(line)],
    source: {
      site: council,
      observer: { ...identified(book), display: 'Sightline' },
      type: [coding(`${HL7}/security-source-type`, '4', 'Application Server')],
    },
    ...(children.length > 0 ? { entity: children.map((child) => entityOf(child, line)) } : {}),
  };
}

function typeOf({ event, children, what }: LoggedLine): Coding {
  if (what !== null) return coding(DICOM, '110106', 'Export');
  if (event.endsWith('.looked-for')) return coding(DICOM, '110112', 'Query');
  return children.length > 0
    ? coding(DICOM, '110110', 'Patient Record')
    : coding(DICOM, '110100', 'Application Activity');
}

/** What was looked at was read; a search and a command were executed; a form that was sent changed something, or would have. */
function actionOf({ event, outcome, purpose, what }: LoggedLine): AuditEvent['action'] {
  if (event.endsWith('.looked-for') || purpose !== 'request') return 'E';
  return what === null && (outcome === 'done' || outcome === 'refused') ? 'U' : 'R';
}

function agentOf({ person, relation: by }: LoggedLine): AuditEvent['agent'][number] {
  const known = by === null ? undefined : relation(by);
  return {
    ...(known ? { role: [{ coding: [coding(`${OURS}:relation`, known, RELATION_IN_WORDS[known])] }] } : {}),
    ...(isPersonId(person) ? { who: identified(person) } : { altId: person }),
    requestor: true,
  };
}

const entityOf = (child: Id, { opening }: LoggedLine): NonNullable<AuditEvent['entity']>[number] => ({
  what: { type: 'Patient', ...identified(child) },
  type: coding(`${HL7}/audit-entity-type`, '1', 'Person'),
  role: coding(`${HL7}/object-role`, '1', 'Patient'),
  ...(opening === null ? {} : { detail: [{ type: 'opening', valueString: opening }] }),
});

/** The address of an event that is the same in every download: a UUID of version 8, of the council's book and the line's number. */
export const urnOf = ({ id }: Pick<LoggedLine, 'id'>, { book }: Pick<LogSource, 'book'>): string =>
  `urn:uuid:${book.slice(0, 13)}-8000-8000-${id.toString(16).padStart(12, '0')}`;

/** The parts of a Bundle round its entries, so that it can be written while it is read: the first entry follows `opens` at once. */
export const bundleAround = (timestamp: Instant): { readonly opens: string; readonly closes: string } => ({
  opens: `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(timestamp)},"entry":[`,
  closes: ']}',
});

/** One entry of a Bundle, as text. */
export const bundleEntry = (line: LoggedLine, source: LogSource, only?: readonly Id[]): string =>
  JSON.stringify({ fullUrl: urnOf(line, source), resource: auditEventOf(line, source, only) });
