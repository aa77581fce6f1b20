import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { FileRefused } from '../core/file-refused.ts';

/** Throws `FileRefused` when there is no file that can be read. */
export async function checkFile(
  path: string,
  { largest, tooLarge }: { readonly largest: number; readonly tooLarge: string },
): Promise<void> {
  const found = await stat(path).catch((fault: NodeJS.ErrnoException) => {
    throw asRefusal(fault);
  });
  if (found.isDirectory()) throw new FileRefused('It is a folder, not a file');
  if (!found.isFile()) throw new FileRefused('It is not an ordinary file');
  if (found.size === 0) throw new FileRefused('The file is empty');
  if (found.size > largest) throw new FileRefused(tooLarge);
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  ENOTDIR: 'There is no such file',
  EACCES: 'It may not be read: ask whoever owns it for permission',
  EPERM: 'It may not be read: ask whoever owns it for permission',
  EISDIR: 'It is a folder, not a file',
  EIO: 'The disk that it lies on cannot be read',
};

/** What a system says of a file, as a sentence; everything else is a fault and stays one. */
export function asRefusal(fault: unknown): unknown {
  const sentence = SENTENCES[(fault as NodeJS.ErrnoException).code ?? ''];
  return sentence ? new FileRefused(sentence) : fault;
}

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  'utf-16': 'utf-16le',
};

/** The encoding that the first bytes declare; UTF-8 where they declare none. */
export function decoderFor(first: Buffer): TextDecoder {
  const mark = first.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le', { fatal: true });
  if (mark === 'feff') return new TextDecoder('utf-16be', { fatal: true });
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    first.subarray(0, 200).toString('latin1'),
  );
  const encoding = ENCODINGS[(declared?.[1] ?? 'utf-8').toLowerCase()];
  if (!encoding)
    throw new FileRefused(`It is written in an encoding that is not known here: ${declared?.[1]?.slice(0, 40)}`);
  return new TextDecoder(encoding, { fatal: true });
}

/** The next characters; without bytes, the last. `what` it should have been. Throws `FileRefused`. */
export function decoded(decoder: TextDecoder, bytes: Buffer | undefined, what: string): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new FileRefused(
      `It is not text in ${decoder.encoding.toUpperCase()}: it is not ${what}, or was damaged on its way`,
    );
  }
}
