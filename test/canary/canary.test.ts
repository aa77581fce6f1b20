import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answered, crawl } from './crawl.ts';
import { hiddenBook, type PlantedCounty, plantedCounty, writtenInPassing } from './planted-county.ts';
import { readable, SOME_SECRETS, tracesOf } from './planted-secrets.ts';
import { oneOfEachKind, type Reader, readersOf } from './readers.ts';

let county: PlantedCounty;
let readers: readonly Reader[] = [];
const heard = new Map<string, readonly Answered[]>();

beforeAll(async () => {
  county = await plantedCounty(SOME_SECRETS);
  readers = oneOfEachKind((await readersOf(county)).filter(({ kind }) => !kind.startsWith('a stranger')));
  for (const reader of readers) heard.set(reader.name, await crawl(county, reader));
}, 240_000);
afterAll(() => county?.close());

/** What they looked for stands in their own search box: their own words tell them nothing. */
const withoutTheirWords = ({ asked, body }: Answered): string => {
  const typed = new URLSearchParams(asked.split(' ').slice(2).join(' ')).get('looking');
  return typed === null ? body : body.replaceAll(typed, '').replaceAll(typed.replaceAll("'", '&#39;'), '');
};

const found = (text: string, may: Reader['may']): string[] => {
  const bare = readable(text);
  return tracesOf(SOME_SECRETS).flatMap(({ of, trace }) => (!may.includes(of) && bare.includes(trace) ? [of] : []));
};

/** Whoever may not learn of a child gets no address of theirs either, save the one that they asked for; who reviews the log reads ids. */
const pointsAtHidden = ({ asked, body }: Answered, may: Reader['may']): boolean =>
  !may.includes('hidden') &&
  !/^GET \/access-log\.csv/.test(asked) &&
  !asked.includes(hiddenBook) &&
  body.includes(hiddenBook);

describe('secrets planted in a county', () => {
  // Strangers, who stand to no child in any way, are asked in the test of non-interference.
  test('the crawl asks for every route as everybody, and most of it is answered', () => {
    expect(readers.length).toBeGreaterThan(14);
    const all = [...heard.values()].flat();
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.filter(({ status }) => status === 200).length).toBeGreaterThan(400);
    expect(all.filter(({ status }) => status >= 500).map(({ asked }) => asked)).toEqual([]);
  });

  test('are shown to those who may see them: the search would find them if they leaked', () => {
    for (const { name, may } of readers.filter(({ may }) => may.length > 0)) {
      const text = readable((heard.get(name) ?? []).map(withoutTheirWords).join('\n'));
      for (const { of, trace } of tracesOf(SOME_SECRETS).filter(({ of }) => may.includes(of)))
        expect([name, of, text.includes(trace)]).toEqual([name, of, true]);
    }
  });

  test('are in no answer to anybody else: no page, file, error, header, search or link', () => {
    const leaks = readers.flatMap(({ name, may }) =>
      (heard.get(name) ?? []).flatMap((answer) =>
        found(`${withoutTheirWords(answer)}\n${answer.headers}`, may).map((of) => `${name}: ${of} in ${answer.asked}`),
      ),
    );
    expect(leaks).toEqual([]);
  });

  test('a child of whom nobody is to learn has no place in any list, family or file: not even one without a name', () => {
    const pointing = readers.flatMap(({ name, may }) =>
      (heard.get(name) ?? []).filter((answer) => pointsAtHidden(answer, may)).map(({ asked }) => `${name}: ${asked}`),
    );
    expect(pointing).toEqual([]);
  });

  test('are in no line of the log, of the access log and of the figures', async () => {
    expect(found(county.logged.join('\n'), [])).toEqual([]);
    expect(found(await writtenInPassing(county.fresh), [])).toEqual([]);
  });

  test('no title of a page and no name of a file names a child', () => {
    const named = [...heard.values()].flat().filter(({ headers, body }) => {
      const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
      const file = /filename=[^;}]*/.exec(headers)?.[0] ?? '';
      return /Safiya|Zayn|Nowak|Suleiman|WM1044/.test(title + file);
    });
    expect(named.map(({ asked }) => asked)).toEqual([]);
  });
});
