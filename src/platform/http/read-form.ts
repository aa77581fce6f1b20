import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FieldFault, Form, Page, Typed } from './page.ts';
import { receive, type Upload } from './upload.ts';

/** A form as it came, before anything in it is believed. `ours` is false when it does not carry the token of this session. */
export type ReadForm = {
  readonly ours: boolean;
  readonly typed: Typed;
  readonly uploads: readonly Upload[];
  /** The token that it carries, whosever it is. */
  readonly token?: string;
};

/**
 * Reads a form. One with a file must carry its token before the file: a form that is not ours never reaches the disk.
 * The token itself is not among what was typed.
 */
export async function readForm(
  request: FastifyRequest,
  wanted: Page['upload'],
  folder: string,
  isOurs: (token: unknown) => boolean,
): Promise<ReadForm> {
  if (wanted && request.isMultipart()) return readParts(request, wanted, folder, isOurs);
  const { _csrf, ...typed } = (request.body ?? {}) as Record<string, string | string[]>;
  return { ours: isOurs(_csrf), typed, uploads: [], ...tokenOf(_csrf) };
}

async function readParts(
  request: FastifyRequest,
  wanted: NonNullable<Page['upload']>,
  folder: string,
  isOurs: (token: unknown) => boolean,
): Promise<ReadForm> {
  const typed: Record<string, string | string[]> = {};
  let ours = false;
  let token: unknown;
  const uploads: Upload[] = [];
  try {
    for await (const part of request.parts({ limits: { fileSize: wanted.limitBytes } })) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw refusal(413, 'A field is longer than any that a form of ours has.');
        if (part.fieldname === '_csrf') {
          token = part.value;
          ours = isOurs(token);
        } else put(typed, part.fieldname, String(part.value));
      } else if (ours && part.fieldname === wanted.field && uploads.length < (wanted.files ?? 1) && part.filename) {
        uploads.push(await receive(part, folder));
      } else part.file.resume(); // read away, so that the browser gets its answer
    }
  } catch (fault) {
    for (const upload of uploads) await upload.discard();
    throw fault instanceof Error && BROKEN_OFF.test(fault.message) ? refusal(400, 'The form broke off.') : fault;
  }
  return { ours, typed, uploads, ...tokenOf(token) };
}

/** What the reader of forms says of one whose parts do not end, or have no edge. */
const BROKEN_OFF = /terminated early|unexpected end of|boundary not found/i;

const refusal = (statusCode: 400 | 413, sentence: string): Error => Object.assign(new Error(sentence), { statusCode });

const tokenOf = (token: unknown): { token?: string } => (typeof token === 'string' ? { token } : {});

function put(typed: Record<string, string | string[]>, name: string, value: string): void {
  const before = Object.hasOwn(typed, name) ? typed[name] : undefined;
  const after = before === undefined ? value : [before, value].flat();
  Object.defineProperty(typed, name, { value: after, enumerable: true, configurable: true, writable: true });
}

/** Understands a form by the page's schema. A field may have several faults: the first is said. */
export function understand(schema: z.ZodType | undefined, typed: Typed): Form<unknown> {
  if (!schema) return { ok: true, value: typed, typed };
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data, typed };
  const faults = new Map<string, FieldFault>();
  for (const { path, message } of read.error.issues) {
    const field = path.map(String).join('-');
    if (!faults.has(field)) faults.set(field, { field, text: message });
  }
  return { ok: false, faults: [...faults.values()], typed };
}
