import type { Judged } from '../src/sight/judge.ts';

/** A sum over the answers in which each clock's start, duty, verdict and due day counts; DuckDB's `CHECK` is the same. */
export function checkOf({ size, start, due, verdict, duty }: Judged): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    const clock =
      (start[at] as number) * 31 + (due[at] as number) * 7 + (verdict[at] as number) * 1009 + (duty[at] as number) * 13;
    sum += clock % 1_000_003;
  }
  return sum;
}
