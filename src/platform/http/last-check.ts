import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** More than any file that the house makes; what is larger is not looked through, and does not leave. Bytes. */
const MOST_BYTES = 200_000_000;

const startsWith = (content: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => content[at] === byte);
const isZip = (content: Buffer): boolean => startsWith(content, 0x50, 0x4b, 3, 4);
/** A picture holds no text. */
const isPicture = (content: Buffer): boolean =>
  startsWith(content, 0x89, 0x50, 0x4e, 0x47) || startsWith(content, 0xff, 0xd8, 0xff);
const isPdf = (content: Buffer): boolean => startsWith(content, 0x25, 0x50, 0x44, 0x46);

/** Everything that is about to leave, in one piece: what is looked through must be what goes. */
export async function inOnePiece(content: string | Buffer | Readable): Promise<string | Buffer> {
  return typeof content === 'string' || Buffer.isBuffer(content) ? content : buffer(content);
}

/**
 * All texts that somebody could read in a page or a file: the words of a page with those in its attributes and scripts, the cells
 * of a list, the parts of a workbook or a document. Between what stands in two cells, choices or paragraphs there is a word that
 * no place has: "10" and the team "Mill Lane" after it are no address. Throws for a kind of file that cannot be looked into.
 */
export async function readableText(content: string | Buffer, type = ''): Promise<string> {
  if (content.length > MOST_BYTES) throw new Error('An answer was too large to be looked through before it leaves.');
  if (type.startsWith('text/csv')) return unescaped(cellsApart(String(content)));
  if (/\bjson\b/.test(type)) return unescaped(String(content)); // what stands between < and > is no tag there
  if (typeof content === 'string') return plainOf(content);
  if (isPicture(content)) return '';
  if (isPdf(content)) throw new Error('A file of this kind cannot be looked through before it leaves.');
  return isZip(content) ? unpacked(content) : plainOf(content.toString('utf8'));
}

async function unpacked(content: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true });
  const parts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    parts.push(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    const part = await buffer(await zip.openReadStreamPromise(entry));
    parts.push(await readableText(part));
  }
  return parts.join('\n');
}

const APART = ' qz ';

/** What stands between two quotation marks is one cell, with every comma in it. */
const cellsApart = (list: string): string =>
  list
    .split('"')
    .map((part, at) => (at % 2 === 0 ? part.replace(/[,\r\n]+/g, APART) : part))
    .join('"');

/** Without the tags between words, and with what they hold; escapes are what they stand for. */
function plainOf(text: string): string {
  return unescaped(text.includes('<') ? withoutTags(text) : text);
}

/** Attributes in which no words stand: most of a page is these, and searching them took longer than making the page. */
const MACHINES =
  /\s(?:class|id|for|scope|role|type|method|rel|style|tabindex|d|points|transform|viewBox|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|text-anchor|preserveAspectRatio|focusable|aria-hidden|aria-labelledby|aria-describedby|aria-controls|data-module)="[^"]*"/g;
/** An id is the name of no place, whatever its figures look like. */
const IDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

const TAGS = /<[^>]*>/g;
/** Tags that say more than their own name: those with attributes, and remarks. */
const TELLING = /<(?:!|[^\s/>][^\s>]*\s)[^>]*>/g;
/** Tags at which one text ends and another begins, of pages, drawings and workbooks. Any other may stand within an address. */
const ENDS =
  /(?:<\/?(?:button|c|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|label|legend|li|main|nav|ol|optgroup|option|p|row|section|select|si|summary|table|tbody|td|text|textarea|tfoot|th|thead|title|tr|ul)(?:\s[^>]*)?>\s*)+/gi;

/** The words between tags, then what the tags say: each once, however often it stands in the page. */
function withoutTags(text: string): string {
  const tags = new Set(text.match(TELLING));
  const said = [...tags].join(APART).replace(MACHINES, '').replace(IDS, '');
  return `${text.replace(ENDS, APART).replace(TAGS, ' ')}${APART}${said}`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescaped(text: string): string {
  let plain = text;
  if (plain.includes('&'))
    plain = plain.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, decimal, name) =>
      name ? (NAMED[name.toLowerCase()] ?? whole) : letter(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
    );
  if (plain.includes('\\'))
    plain = plain.replace(/\\(?:u([0-9a-f]{4})|[nrtbf])/gi, (_, hex) => (hex ? letter(Number.parseInt(hex, 16)) : ' '));
  if (/%[0-9a-f]{2}/i.test(plain))
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (coded) =>
      Buffer.from(coded.replaceAll('%', ''), 'hex').toString('utf8'),
    );
  return plain;
}

const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
