import { dayInLondon, endOfDayInLondon, type Instant, instant } from '../../kernel/instant.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Asked } from '../../modules/child-page.ts';
import { settleUntil } from '../../record/store/settle-until.ts';
import { momentInWords } from '../../ui/dates-in-words.ts';
import { type Outcome, type PersonContext, refusedWith, wrongUse } from '../cli/command.ts';
import { sourcesSpeakUntil } from '../reading.ts';

/** The two times that every reading command takes. */
export const TIME_OPTIONS = {
  on: {
    kind: 'text',
    about: 'what had happened by that day, as in 2026-03-31; else the latest day of which the sources speak',
  },
  'known-at': {
    kind: 'text',
    about: 'as it was known at that moment, as in 2026-03-31T17:00:00Z, or by the end of a day; else now',
  },
} as const;

type Given = { readonly on: string | undefined; readonly 'known-at': string | undefined };

/** Reads both times. An outcome instead when one of them cannot be one, or cannot be answered for yet. */
export async function askedOf(
  { db, identity, clock }: Pick<PersonContext, 'db' | 'identity' | 'clock'>,
  given: Given,
): Promise<{ readonly asked: Asked } | { readonly outcome: Outcome }> {
  const on = given.on === undefined ? undefined : localDate(given.on);
  if (given.on !== undefined && on === undefined)
    return { outcome: wrongUse(`--on must be a day, as in 2026-03-31, not “${given.on}”.`) };
  const known = given['known-at'] === undefined ? undefined : momentOf(given['known-at']);
  if (given['known-at'] !== undefined && known === undefined) {
    return {
      outcome: wrongUse(
        `--known-at must be a moment, as in 2026-03-31T17:00:00Z, or a day, not “${given['known-at']}”.`,
      ),
    };
  }
  const now = clock.now();
  const mark = await settleUntil(db, known ?? now, now);
  if (known !== undefined && known > mark) {
    return {
      outcome: refusedWith(`What is known at ${momentInWords(known)} is not settled: ask for ${mark} or earlier.`),
    };
  }
  const knownAt = known ?? mark;
  const today = known === undefined ? clock.today() : earlier(clock.today(), dayInLondon(known));
  const spokenUntil = await db.as(identity, (tx) => sourcesSpeakUntil(tx, knownAt, today));
  const how = known !== undefined ? 'then' : on !== undefined && on !== spokenUntil ? 'hindsight' : 'now';
  return { asked: { on: on ?? spokenUntil ?? today, knownAt, how, spokenUntil, today } };
}

/** A moment, or the end of a day in England. */
function momentOf(text: string): Instant | undefined {
  const day = localDate(text);
  return day === undefined ? instant(text) : endOfDayInLondon(day);
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
