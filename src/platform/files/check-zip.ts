import yauzl from 'yauzl';
import { accepted, type Result, refused } from '../../kernel/result.ts';

/** How much a packed file may hold. Sizes in bytes. */
export type ZipBounds = {
  readonly files: number;
  readonly unpacked: number;
  /** How many times larger than packed. Small files are spared: text of nothing but spaces packs very well. */
  readonly ratio: number;
};

const SPARED_RATIO = 1_000_000;

/**
 * Whether a zip file can be opened safely: every part is unpacked and counted, since the sizes that it states may lie.
 * Answers the names of its parts, or why it is refused, in words that go on from "the file".
 */
export async function checkZip(path: string, bounds: ZipBounds): Promise<Result<readonly string[], string>> {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch (fault) {
    if (isSystemFault(fault)) throw fault;
    return refused('is not a whole zip file, which every .xlsx workbook is');
  }
  try {
    return await countParts(zip, bounds);
  } catch (fault) {
    if (isSystemFault(fault)) throw fault;
    return refused('is damaged, or its parts are not as large as it says');
  } finally {
    zip.close();
  }
}

const isSystemFault = (fault: unknown): boolean =>
  typeof (fault as { code?: unknown }).code === 'string' && /^E[A-Z]+$/.test((fault as { code: string }).code);

async function countParts(zip: yauzl.ZipFile, bounds: ZipBounds): Promise<Result<readonly string[], string>> {
  const names: string[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (names.length > bounds.files) return refused(`holds more than ${bounds.files} parts`);
    if (entry.isEncrypted()) return refused('is locked with a password');
    const room = bounds.unpacked - unpacked;
    const size = await unpackedSize(zip, entry, room);
    unpacked += size;
    if (unpacked > bounds.unpacked) return refused(`unpacks to more than ${Math.round(bounds.unpacked / 1e6)} MB`);
    if (size > SPARED_RATIO && size > bounds.ratio * entry.compressedSize)
      return refused('unpacks to far more than any workbook does');
  }
  return accepted(names);
}

/** Bytes of one part, or the first number beyond `room`. */
async function unpackedSize(zip: yauzl.ZipFile, entry: yauzl.Entry, room: number): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0;
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > room) {
      stream.destroy();
      return size;
    }
  }
  return size;
}
