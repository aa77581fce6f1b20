/** Something that a person wrote in an entry: where it stands in the data, and the words. */
export type Paragraph = { readonly path: string; readonly text: string };

/** Words that no list, day, code or id of any entry has. */
const OTHER_WORDS = 'Some other words, as nobody wrote them.';

/**
 * The paragraphs of the data of an entry: texts in whose place any other text would do. A choice from a list, a day or an id is
 * none. `fits` says whether data could be that of such an entry. A list of texts is one paragraph.
 */
export function paragraphsOf(data: unknown, fits: (data: unknown) => boolean): Paragraph[] {
  return textsIn(data, []).flatMap(({ path, text, other }) =>
    fits(replaced(data, path, other)) ? [{ path: path.join('.'), text }] : [],
  );
}

type Text = { readonly path: readonly string[]; readonly text: string; readonly other: unknown };

function textsIn(data: unknown, path: readonly string[]): Text[] {
  if (typeof data === 'string') return path.length === 0 ? [] : [{ path, text: data, other: OTHER_WORDS }];
  if (Array.isArray(data) && data.length > 0 && data.every((each) => typeof each === 'string'))
    return [{ path, text: data.join('; '), other: [OTHER_WORDS] }];
  const isPlain = typeof data === 'object' && data !== null && !('notSaid' in data);
  return isPlain ? Object.entries(data).flatMap(([field, each]) => textsIn(each, [...path, field])) : [];
}

function replaced(data: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(data)) return data.map((each, at) => (String(at) === step ? replaced(each, rest, by) : each));
  const fields = data as Record<string, unknown>;
  return { ...fields, [step]: replaced(fields[step], rest, by) };
}

/** `notSeenBecause` as a heading: "Not seen because". */
export const pathInWords = (path: string): string => {
  const words = path.replace(/\.(\d+)/g, (_, at) => ` ${Number(at) + 1}`).replace(/\./g, ', ');
  const spaced = words.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
