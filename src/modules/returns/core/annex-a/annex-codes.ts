import type { Statute } from '../../../../statute/statute.ts';

/** The barest code that means what a text of the template says: `b) Female` is `F`; undefined for a text that it has not. */
export type AnnexCodes = (set: string, text: string) => string | undefined;

const folded = (text: string): string => text.toLowerCase().replace(/['’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** Reads texts by the code sets of the statute. Texts are compared without regard to case, spaces and the form of quotes. */
export function annexCodes({ codeSets }: Pick<Statute, 'codeSets'>): AnnexCodes {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (set, text) => {
    const codes = known.get(set) ?? barest(codeSets.get(set)?.codes ?? []);
    known.set(set, codes);
    // Councils letter their lists differently: the text itself is what counts.
    return codes.get(folded(text)) ?? codes.get(folded(text.replace(/^[a-z]\)\s*/i, '')));
  };
}

function barest(codes: readonly { readonly code: string; readonly label: string }[]): ReadonlyMap<string, string> {
  const shortest = new Map<string, string>();
  for (const { code, label } of codes) {
    const before = shortest.get(label);
    if (before === undefined || code.length < before.length) shortest.set(label, code);
  }
  return new Map(codes.map(({ code, label }) => [folded(code), shortest.get(label) ?? code]));
}
