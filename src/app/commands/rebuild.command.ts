import { rebuildIdentities } from '../../modules/people/store/child-identities.ts';
import { rebuildPages } from '../../record/store/turn-page.ts';
import { reckonAll } from '../../sight/store/sight-projection.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, type HouseContext, type Outcome, wrongUse } from '../cli/command.ts';
import { currentPages } from '../manifests.ts';

/** `rebuild`: a module's tables made again from the books. */
export const rebuildCommand = command({
  name: 'rebuild',
  takes: 'MODULE',
  about: `Makes a module’s tables again from the record, and says what differed: ${[...Object.keys(currentPages), 'sight'].join(', ')}.`,
  options: {},
  needs: 'house',
  run: async (context, { words: [module = ''] }) => {
    const pages = currentPages[module];
    if (module === 'sight') return rebuildSight(context);
    if (!pages)
      return wrongUse(
        `No module ${module} has tables to rebuild. Some do: ${Object.keys(currentPages).join(', ')}, sight.`,
      );
    const tables = await context.db.owner(async (tx) => [
      ...(await rebuildPages(tx, context.registry, pages)),
      ...(module === 'people' ? [await rebuildIdentities(tx)] : []),
    ]);
    return done(
      { module, tables },
      tables.map(
        ({ table, rows, differed }) =>
          `${table}: ${countOf(rows, 'row')}, ${differed === 0 ? 'as they were' : `${differed} differed`}.`,
      ),
    );
  },
});

async function rebuildSight({ db, statute }: HouseContext): Promise<Outcome> {
  const books = await db.owner((tx) => reckonAll(tx, { law: statute() }));
  return done({ module: 'sight', books }, [
    `Reckoned the clocks of ${countOf(books, 'child’s book', 'children’s books')} again.`,
  ]);
}
