import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Keyring } from '../keys/keyring.ts';

/** The first line of a backup: what anybody may know of it. `key` is the key of this file alone, sealed by a key of the house. */
export const backupHead = z.strictObject({
  format: z.literal('sightline-backup-1'),
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  key: z.string(),
});
export type BackupHead = z.infer<typeof backupHead>;

/** What a frame holds: the shape of the database, the head of a table, a piece of its rows, or the end of everything. */
export type FrameKind = 'shape' | 'table' | 'rows' | 'end';
const KINDS: readonly FrameKind[] = ['shape', 'table', 'rows', 'end'];

export type Frame = { readonly kind: FrameKind; readonly content: Buffer };

const LENGTH = 4;
const TAG = 16;
/** No frame is longer: a length beyond it is not ours, and nothing of that size is waited for. */
const LONGEST = 64 * 1024 * 1024;

/** Thrown where a backup cannot be read: each is a sentence. */
export class BrokenBackup extends Error {}

/** AES-256-GCM under the file's own key; the nonce is the frame's number, so that none can be moved, repeated or left out. */
class FrameCipher {
  private readonly key: Buffer;
  private readonly about: Buffer;
  private number = 0n;

  constructor(key: Buffer, head: string) {
    this.key = key;
    this.about = createHash('sha256').update(head).digest();
  }

  seal({ kind, content }: Frame): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, this.nonce());
    cipher.setAAD(this.about);
    const plain = Buffer.concat([Buffer.from([KINDS.indexOf(kind)]), deflateRawSync(content, { level: 1 })]);
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  }

  open(body: Buffer): Frame {
    const decipher = createDecipheriv('aes-256-gcm', this.key, this.nonce(), { authTagLength: TAG });
    decipher.setAAD(this.about);
    decipher.setAuthTag(body.subarray(-TAG));
    try {
      const plain = Buffer.concat([decipher.update(body.subarray(0, -TAG)), decipher.final()]);
      const kind = KINDS[plain[0] ?? -1];
      if (kind) return { kind, content: inflateRawSync(plain.subarray(1)) };
    } catch {} // said below
    throw new BrokenBackup('The backup was changed or damaged since it was made.');
  }

  private nonce(): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(this.number, 4);
    this.number += 1n;
    return nonce;
  }
}

/** Begins a backup: its first line, and what seals one frame after the other. */
export function beginBackup(
  keys: Keyring,
  madeAt: Date,
): { head: BackupHead; line: string; seal(frame: Frame): Buffer } {
  const key = randomBytes(32);
  const sealedKey = keys.seal('backup', key.toString('base64'));
  const head = {
    format: 'sightline-backup-1',
    id: randomUUID(),
    madeAt: madeAt.toISOString(),
    key: sealedKey,
  } as const;
  const line = `${JSON.stringify(head)}\n`;
  const cipher = new FrameCipher(key, line);
  return { head, line, seal: (frame) => cipher.seal(frame) };
}

/** The frames of a backup in their order. Throws a sentence where it is no backup, was changed, ends early, or no key opens it. */
export async function* framesOf(bytes: AsyncIterable<Buffer>, keys: Keyring): AsyncGenerator<Frame, void, void> {
  let [rest, cipher, ended] = [Buffer.alloc(0), undefined as FrameCipher | undefined, false];
  for await (const piece of bytes) {
    rest = Buffer.concat([rest, piece]);
    if (!cipher) {
      const end = rest.indexOf(10);
      if (end < 0 && rest.length < 10_000) continue;
      cipher = cipherOf(rest.subarray(0, end + 1).toString(), keys);
      rest = rest.subarray(end + 1);
    }
    for (let whole = frameIn(rest); whole; whole = frameIn(rest)) {
      if (ended) throw new BrokenBackup('Something was added to the backup after its end.');
      const frame = cipher.open(whole);
      rest = rest.subarray(LENGTH + whole.length);
      ended = frame.kind === 'end';
      yield frame;
    }
  }
  if (!ended || rest.length > 0) throw new BrokenBackup('The backup ends before its end: it was cut off.');
}

function frameIn(bytes: Buffer): Buffer | undefined {
  if (bytes.length < LENGTH) return undefined;
  const length = bytes.readUInt32BE(0);
  if (length <= TAG || length > LONGEST) throw new BrokenBackup('The backup was changed or damaged since it was made.');
  return bytes.length < LENGTH + length ? undefined : bytes.subarray(LENGTH, LENGTH + length);
}

function cipherOf(line: string, keys: Keyring): FrameCipher {
  const head = headOf(line);
  const key = Buffer.from(keys.open('backup', head.key) ?? '', 'base64');
  if (key.length !== 32)
    throw new BrokenBackup(
      `The backup was made by the key ${head.key.split('.')[0]}, which is not among those that were given.`,
    );
  return new FrameCipher(key, line);
}

function headOf(line: string): BackupHead {
  try {
    return backupHead.parse(JSON.parse(line));
  } catch {
    throw new BrokenBackup('This file is not a backup of Sightline.');
  }
}
