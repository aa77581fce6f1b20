import type { Id } from '../../kernel/id.ts';
import type { Permission } from '../../modules/access/public.ts';
import type { Clock } from '../../platform/clock/house-clock.ts';
import type { Database, Identity } from '../../platform/database/database.ts';
import type { SignedIn } from '../../platform/http/page.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Statute } from '../../statute/statute.ts';
import type { Config } from '../config.ts';
import type { Council } from '../house-mark.ts';
import type { Place } from '../place.ts';

/** One option of a command. `text` takes a value; `texts` may be given several times; `flag` takes none. */
export type OptionKind = 'text' | 'texts' | 'flag';

/** Options by their name, without the dashes. */
export type OptionTable = Readonly<Record<string, { readonly kind: OptionKind; readonly about: string }>>;

export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name]['kind'] extends 'flag'
    ? boolean
    : Options[Name]['kind'] extends 'texts'
      ? readonly string[]
      : string | undefined;
};

/** Says how it goes on, for a person who waits: on standard error, never among the results. */
export type Print = (line: string) => void;

/** What every command has. `signal` is set off by Ctrl-C. */
export type BareContext = {
  readonly config: Config;
  readonly print: Print;
  /** Writes results while they are read, for a command whose results are many. False once nobody reads them any more. */
  readonly out: (text: string) => Promise<boolean>;
  readonly signal: AbortSignal;
  /** The law; read when first asked for. */
  readonly statute: () => Statute;
};

/** A command that needs the database, created or not, migrated or not. */
export type PlaceContext = BareContext & { readonly place: Place };

/** A command on a created and migrated database. */
export type HouseContext = PlaceContext & {
  readonly db: Database;
  readonly council: Council;
  readonly clock: Clock;
  readonly registry: EntryRegistry;
};

/** A command on somebody's behalf. */
export type PersonContext = HouseContext & { readonly person: SignedIn; readonly identity: Identity };

/**
 * How a command ends. `done` exits 0; `refused` exits 1 with one sentence, `bad` exits 1 with its findings; `wrong-use`
 * exits 2. `json` is the one value of `--json`; `text` are the lines without it.
 */
export type Outcome = (
  | { readonly is: 'done' | 'bad'; readonly json: unknown; readonly text: readonly string[] }
  | { readonly is: 'refused' | 'wrong-use'; readonly sentence: string }
) & {
  /** The children whose records were read or written, for the access log. */
  readonly children?: readonly Id[];
  /** What the person is to the one child whose record was read. */
  readonly relation?: string;
};

export const done = (
  json: unknown,
  text: readonly string[],
  children: readonly Id[] = [],
  relation?: string,
): Outcome => ({
  is: 'done',
  json,
  text,
  children,
  ...(relation === undefined ? {} : { relation }),
});
/** Done, and what was found is bad: a broken chain, say. */
export const foundBad = (json: unknown, text: readonly string[]): Outcome => ({ is: 'bad', json, text });
export const refusedWith = (sentence: string): Outcome => ({ is: 'refused', sentence });
export const wrongUse = (sentence: string): Outcome => ({ is: 'wrong-use', sentence });

type Contexts = { nothing: BareContext; place: PlaceContext; house: HouseContext; person: PersonContext };
export type Need = keyof Contexts;

export type Asked<Options extends OptionTable> = {
  readonly words: readonly string[];
  readonly options: OptionValues<Options>;
};

type Definition<N extends Need, Options extends OptionTable> = {
  /** One or two words: `import cin-census`. */
  readonly name: string;
  /** What follows the name: `FILE…`, `CHILD [DUTY]`. Its words are counted: capitals are required, brackets optional, … any number more. */
  readonly takes: string;
  /** One sentence. */
  readonly about: string;
  readonly options: Options;
  readonly needs: N;
  readonly run: (context: Contexts[N], asked: Asked<Options>) => Promise<Outcome>;
} & (N extends 'person'
  ? {
      /** What the person's roles must allow. */
      readonly permission: Permission;
    }
  : unknown);

/** A command as the table holds it. */
export type Command = {
  readonly name: string;
  readonly takes: string;
  readonly about: string;
  readonly options: OptionTable;
  readonly needs: Need;
  readonly permission?: Permission;
  readonly run: (context: never, asked: Asked<never>) => Promise<Outcome>;
};

/** Defines a command. One that needs a person does not compile without the permission that the person must have. */
export const command = <N extends Need, const Options extends OptionTable>(
  definition: Definition<N, Options>,
): Command => definition as unknown as Command;
