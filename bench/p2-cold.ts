import { instantOf } from '../src/kernel/instant.ts';
import type { LocalDate } from '../src/kernel/local-date.ts';
import { copyRows } from '../src/platform/database/copy-out.ts';
import type { Database, Tx } from '../src/platform/database/database.ts';
import type { Columns } from '../src/sight/columns.ts';
import { compileStatute } from '../src/sight/compile.ts';
import { judge, judged } from '../src/sight/judge.ts';
import { columnsAt } from '../src/sight/store/read-columns.ts';
import { type Bench, fastestOf, type Measured } from './bench.ts';
import { withBenchServer } from './bench-database.ts';
import { inventChildren } from './p1-children.ts';
import { statute, THREE } from './p1-duties.ts';
import { fillFacts } from './p2-facts.ts';

const ON = '2026-04-20' as LocalDate;
const KNOWN = instantOf(Date.UTC(2026, 3, 20, 22, 0));

/**
 * P2: the engine cold, from PostgreSQL: nothing of the children is in memory. Beside it, a bare COPY of the same columns of the
 * same rows, thrown away. A council's 5,500 open children; a region's; 400,000, the whole of England's. A million are left out:
 * their twenty million facts take longer to write down than all the other benches together.
 */
export const bench: Bench = {
  id: 'p2',
  title: 'Line of sight cold, from PostgreSQL: 20 facts a child, 3 duties',
  of: 'children',
  sizes: [5_500, 50_000, 400_000],
  run: (size) => withBenchServer(async (fresh) => measure(await fresh('cold', 2), size)),
};

const compiled = compileStatute({ ...statute, duties: THREE }, []);

async function measure(db: Database, size: number): Promise<Measured> {
  const children = inventChildren(size);
  await fillFacts(db, children);
  const as = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
    db.as({ person: 'the bench', purpose: 'command' }, work);
  let cold: Columns = children;
  const turns = size > 100_000 ? 2 : 7;
  const loading = async () => {
    cold = (await as((tx) => columnsAt(tx, KNOWN))).columns;
  };
  const milliseconds = await fastestOf(turns, async () => {
    await loading();
    judge(compiled, cold, ON, KNOWN, judged(size * 12));
  });
  const bare = await fastestOf(turns, () => as((tx) => copyRows(tx, BARE, () => {})));
  return {
    size,
    milliseconds,
    beside: [{ name: 'a bare COPY of the same rows', milliseconds: bare, is: 'bound' }],
    found: {
      facts: children.offsets[size] as number,
      judging: Math.round(await fastestOf(turns, () => judge(compiled, cold, ON, KNOWN, judged(size * 12)))),
      saysTheSameAsWarm: answersOf(cold, size) === answersOf(children, size),
    },
  };
}

const BARE =
  'select child, entry, name, latest, earliest, at, thread, episode, source, believed_from from sight.fact order by child, entry';

/** A sum over the answers in which each clock's child, duty, verdict and due day counts. */
function answersOf(columns: Columns, size: number): number {
  const answers = judged(size * 12);
  judge(compiled, columns, ON, KNOWN, answers);
  let sum = 0;
  for (let at = 0; at < answers.size; at += 1) {
    const [child, duty] = [answers.child[at] as number, answers.duty[at] as number];
    const [due, verdict] = [answers.due[at] as number, answers.verdict[at] as number];
    sum += (child * 31 + duty * 13 + due * 7 + verdict * 1009) % 1_000_003;
  }
  return sum;
}
