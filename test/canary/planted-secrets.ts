/** What must not be learnt by who may not see it: two sets, so that two counties differ in nothing else. */
export type Secrets = {
  /** Where Safiya and her mother are hidden, and how they are rung: protected today, written down before it was. */
  readonly line: string;
  readonly postcode: string;
  readonly phone: string;
  /** A paragraph of a visit that only the child's own worker may read. */
  readonly paragraph: string;
  /** Who a restricted child is, and another name of theirs. */
  readonly hidden: string;
  readonly alias: string;
  readonly hiddenNumber: string;
};

export const SOME_SECRETS: Secrets = {
  line: '14 Heronsgate Lane',
  postcode: 'NR31 8QX',
  phone: '07700 900461',
  paragraph: 'The lodger is called Barnaby Thistlewood.',
  hidden: 'Peregrine Quillfeather',
  alias: 'Perry Larkspur',
  hiddenNumber: 'WM777301',
};

export const OTHER_SECRETS: Secrets = {
  line: '27 Marlpit Close',
  postcode: 'PE14 2LD',
  phone: '07700 900872',
  paragraph: 'Nobody else lives there, she says, and the upstairs room is locked at night.',
  hidden: 'Ottoline Brackenbury-Vane',
  alias: 'Otti Mossbank',
  hiddenNumber: 'WM902118',
};

/** The words of each secret that would give it away, however it is written: letters and figures alone. */
export function tracesOf(secrets: Secrets): readonly { readonly of: keyof Secrets; readonly trace: string }[] {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return [
    { of: 'line', trace: bare(secrets.line) },
    { of: 'postcode', trace: bare(secrets.postcode) },
    { of: 'phone', trace: bare(secrets.phone).slice(-9) },
    { of: 'paragraph', trace: bare(secrets.paragraph).slice(-16) },
    ...secrets.hidden.split(/[ -]/).map((word) => ({ of: 'hidden' as const, trace: bare(word) })),
    { of: 'alias', trace: bare(secrets.alias.split(' ').at(-1) ?? '') },
    { of: 'hiddenNumber', trace: bare(secrets.hiddenNumber) },
  ];
}

/** A body as somebody might read a secret out of it: escapes decoded, then letters and figures alone. */
export function readable(text: string): string {
  const decoded = text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/%([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/<[^>]*>/g, ' ');
  return `${bareOf(text)} ${bareOf(decoded)}`;
}
const bareOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&nbsp;/g, '')
    .replace(/[^a-z0-9]/g, '');
