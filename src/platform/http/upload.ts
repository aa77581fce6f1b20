import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';

/** A file that came with a form. It is removed after the answer unless the page moved it away. */
export type Upload = {
  /** As the sender's machine called it, without folders. May hold a name: never log it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** The file was longer than the page takes; what was read of it is gone. */
  readonly tooLarge: boolean;
  /** Keeps the file as `file`; the folder is made. Only within the same disk. */
  moveTo(file: string): Promise<void>;
  discard(): Promise<void>;
};

/** Writes the stream into a private folder below `folder` while it comes, and counts and hashes it. */
export async function receive(part: MultipartFile, folder: string): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = await mkdtemp(path.join(folder, 'upload-'));
  const file = path.join(own, 'content');
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const discard = () => rm(own, { recursive: true, force: true });
  try {
    await pipeline(part.file, count, createWriteStream(file, { mode: 0o600 }));
  } catch (fault) {
    await discard();
    throw fault;
  }
  const tooLarge = part.file.truncated;
  if (tooLarge) await discard();
  return {
    name: path.basename(part.filename || 'file').slice(0, 200),
    path: file,
    bytes,
    sha256: hash.digest('hex'),
    tooLarge,
    moveTo: async (target) => {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await rename(file, target);
    },
    discard,
  };
}
