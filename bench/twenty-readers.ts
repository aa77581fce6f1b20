import { chanceOf } from '../county/census/chance.ts';
import type { AskedPage, OpenPage } from './asked-pages.ts';

const READERS = 20;
/** Twenty who think a third of a second ask as many pages a second as 300 who think five seconds. */
const THINKING = 333;

/** How long pages took, in milliseconds. */
export type Times = { readonly p50: number; readonly p95: number; readonly openings: number };

/** Twenty people read for some seconds, each thinking between two pages. Throws when a page fails. Answers times by name of page. */
export async function twentyReaders(
  pages: readonly AskedPage[],
  open: OpenPage,
  seconds: number,
): Promise<Map<string, Times>> {
  const took = new Map<string, number[]>(pages.map(({ name }) => [name, []]));
  const until = performance.now() + seconds * 1_000;
  const reader = async (number: number): Promise<void> => {
    const chance = chanceOf(number);
    await pause(chance.whole(0, THINKING)); // nobody begins at the same moment
    while (performance.now() < until) {
      const page = pickedByShare(pages, chance.next());
      const start = performance.now();
      const { status } = await open(chance.pick(page.opened), number);
      if (status >= 400 && status !== 422) throw new Error(`${page.name} answered ${status}`);
      took.get(page.name)?.push(performance.now() - start);
      await pause(chance.whole(THINKING / 2, THINKING * 1.5));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number + 1)));
  return new Map([...took].map(([name, times]) => [name, timesOf(times)]));
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function pickedByShare(pages: readonly AskedPage[], chance: number): AskedPage {
  let left = chance * pages.reduce((sum, { share }) => sum + share, 0);
  for (const page of pages) {
    left -= page.share;
    if (left < 0) return page;
  }
  return pages[0] as AskedPage;
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), openings: sorted.length };
}
