import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, crawl } from '../canary/crawl.ts';
import { type PlantedCounty, plantedCounty } from '../canary/planted-county.ts';
import { OTHER_SECRETS, SOME_SECRETS } from '../canary/planted-secrets.ts';
import { type Reader, readersOf } from '../canary/readers.ts';

let counties: readonly PlantedCounty[] = [];
let readers: readonly (readonly Reader[])[] = [];

beforeAll(async () => {
  counties = await Promise.all([plantedCounty(SOME_SECRETS), plantedCounty(OTHER_SECRETS)]);
  readers = await Promise.all(counties.map(readersOf));
}, 240_000);
afterAll(() => Promise.all(counties.map((county) => county.close())));

/** What differs from one answer to the next of the same county, too: random marks, and what was typed oneself. */
const plain = (text: string): string =>
  text
    .replace(/nonce(=\\?"|-)[\w+/=-]+/g, 'nonce')
    .replace(/name="(_csrf|command)" value="[^"]*"/g, '$1')
    .replace(/sightline-visitor=[\w-]+/g, 'visitor')
    .replace(/reference [0-9a-f]{10}/g, 'reference')
    .replace(/urn:uuid:[0-9a-f-]{36}|"id":"[0-9a-f-]{36}"/g, 'made of the council’s own random id')
    .replace(/until \d+(\.\d\d)?(am|pm)/g, 'until');

const saidTo = ({ asked, status, headers, body }: Answered): string =>
  plain(`${asked.replace(/_csrf=[\w-]*&?/, '')}\n${status}\n${headers}\n${body}`);

test('two counties that differ only in their secrets answer everybody who may not see them with the same bytes', async () => {
  const [one, other] = counties;
  if (!one || !other) throw new Error('no counties');
  const differences: string[] = [];
  let compared = 0;
  for (const [at, reader] of (readers[0] ?? []).entries()) {
    const same = readers[1]?.[at];
    if (!same || reader.may.length > 0) continue;
    const [here, there] = await Promise.all([crawl(one, reader), crawl(other, same)]);
    expect(here.length).toBe(there.length);
    for (const [line, answer] of here.entries()) {
      compared += 1;
      const [a, b] = [saidTo(answer), saidTo(there[line] ?? answer)];
      if (a !== b) differences.push(`${reader.name}: ${answer.asked} ${firstDifference(a, b)}`);
    }
  }
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(2_000);
}, 240_000);

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((letter, index) => b[index] !== letter);
  return `… ${a.slice(Math.max(0, at - 60), at + 60)} … and … ${b.slice(Math.max(0, at - 60), at + 60)} …`;
}
