import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { TextDecoder } from 'node:util';
import { type CensusHandlers, censusReader } from '../../core/cin-census/read-census-xml.ts';
import { asRefusal, checkFile, decoded, decoderFor } from '../file-text.ts';

const PIECE_BYTES = 262_144;
/** Some fifty times the census of the largest council. */
export const LARGEST_FILE_BYTES = 2_000_000_000;

/**
 * Reads a census file in pieces: memory stays flat however long it is. After each piece `between` may do slow work with what
 * the handlers have gathered. Answers the SHA-256 of the bytes. Throws `FileRefused` with a sentence for whoever gave it.
 */
export async function readCensusFile(
  path: string,
  handlers: CensusHandlers,
  between: () => Promise<void> = async () => {},
): Promise<string> {
  await checkFile(path, { largest: LARGEST_FILE_BYTES, tooLarge: 'It is larger than 2 GB: no census is' });
  const hash = createHash('sha256');
  const reader = censusReader(handlers);
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
      hash.update(bytes);
      decoder ??= decoderFor(bytes);
      reader.write(decoded(decoder, bytes, 'a census'));
      await between();
    }
  } catch (fault) {
    throw asRefusal(fault);
  }
  if (decoder) reader.write(decoded(decoder, undefined, 'a census'));
  reader.end();
  await between();
  return hash.digest('hex');
}
