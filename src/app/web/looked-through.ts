import { createHash } from 'node:crypto';

/** Parts that are remembered, of about a hundred bytes each. */
const MOST = 5_000;
const NO_KEY: ReadonlySet<string> = new Set();

/** The frame of a page (who is signed in, where they may go), and what stands in it, which others may be shown, too. No address stands over both. */
function partsOf(page: string): readonly string[] {
  const within = page.indexOf('<main');
  return within < 0 ? [page] : [page.slice(0, within), page.slice(within)];
}

/**
 * Parts of pages that were looked through and gave no key at all: the same words under the same list give none again, whoever
 * reads them. Holds marks, never words; what gave any key is looked at anew each time.
 */
export class LookedThrough {
  private readonly marks = new Set<string>();

  /**
   * The keys that `look` finds in a page. `list` says which list of places it looks for; `passing` are the values that are new in
   * every answer and no words of the record.
   */
  async keysIn(
    page: string,
    { list, passing, look }: { list: string; passing: readonly string[]; look: Look },
  ): Promise<ReadonlySet<string>> {
    const found = await Promise.all(
      partsOf(page).map(async (part) => {
        const mark = markOf([list, passing.reduce((text, value) => text.replaceAll(value, ''), part)]);
        if (this.marks.has(mark)) return NO_KEY;
        const keys = await look(part);
        if (keys.size === 0) this.remember(mark);
        return keys;
      }),
    );
    return new Set(found.flatMap((keys) => [...keys]));
  }

  private remember(mark: string): void {
    const [oldest] = this.marks;
    if (oldest !== undefined && this.marks.size >= MOST) this.marks.delete(oldest);
    this.marks.add(mark);
  }
}

type Look = (part: string) => Promise<ReadonlySet<string>>;

const markOf = (said: readonly string[]): string => createHash('sha256').update(said.join('\n')).digest('base64');
