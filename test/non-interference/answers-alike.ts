import { type Answered, crawl } from '../canary/crawl.ts';
import { type PlantedCounty, plantedCounty } from '../canary/planted-county.ts';
import { OTHER_SECRETS, SOME_SECRETS } from '../canary/planted-secrets.ts';
import { type Reader, readersOf } from '../canary/readers.ts';

/** Two counties that differ only in their secrets, with the same readers. */
export type TwoCounties = readonly [County, County];
type County = { readonly county: PlantedCounty; readonly readers: readonly Reader[] };

export async function twoCounties(): Promise<TwoCounties> {
  const made = async (secrets: typeof SOME_SECRETS): Promise<County> => {
    const county = await plantedCounty(secrets);
    return { county, readers: await readersOf(county) };
  };
  return Promise.all([made(SOME_SECRETS), made(OTHER_SECRETS)]);
}

/** Asks in both counties as those of the readers who may see no secret. Answers where a byte differs, and how many answers were compared. */
export async function differingAnswers(
  [here, there]: TwoCounties,
  who: readonly Reader[],
): Promise<{ readonly differences: readonly string[]; readonly compared: number }> {
  const differences: string[] = [];
  let compared = 0;
  for (const reader of who.filter(({ may }) => may.length === 0)) {
    const same = there.readers.find(({ name }) => name === reader.name);
    if (!same) throw new Error(`${reader.name} is not in both counties`);
    const [one, other] = await Promise.all([crawl(here.county, reader), crawl(there.county, same)]);
    if (one.length !== other.length) differences.push(`${reader.name}: ${one.length} and ${other.length} answers`);
    for (const [line, answer] of one.entries()) {
      compared += 1;
      const [a, b] = [saidTo(answer), saidTo(other[line] ?? answer)];
      if (a !== b) differences.push(`${reader.name}: ${answer.asked} ${firstDifference(a, b)}`);
    }
  }
  return { differences, compared };
}

/** Without what differs from one answer to the next of the same county, too: random marks, and the time of day. */
const plain = (text: string): string =>
  text
    .replace(/nonce(=\\?"|-)[\w+/=-]+/g, 'nonce')
    .replace(/name="(_csrf|command)" value="[^"]*"/g, '$1')
    .replace(/sightline-visitor=[\w-]+/g, 'visitor')
    .replace(/reference [0-9a-f]{10}/g, 'reference')
    .replace(/set-password\/[\w-]{43}/g, 'a link that works once')
    .replace(/urn:uuid:[0-9a-f-]{36}|"id":"[0-9a-f-]{36}"/g, 'made of the council’s own random id')
    .replace(/until \d+(\.\d\d)?(am|pm)/g, 'until');

const saidTo = ({ asked, status, headers, body }: Answered): string =>
  plain(`${asked.replace(/_csrf=[\w-]*&?/, '')}\n${status}\n${headers}\n${body}`);

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `… ${a.slice(Math.max(0, at - 60), at + 60)} … and … ${b.slice(Math.max(0, at - 60), at + 60)} …`;
}
