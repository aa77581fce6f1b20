import { describe, it } from 'vitest';
import {
  bulkEqualsPieces,
  coverageEqualsOracle,
  deletingNeverMakesMet,
  engineEqualsOracle,
  engineEqualsOracleDaily,
  equalAfterEveryAppend,
  knownThenEqualsToldThen,
  piecesPartitionTime,
  refreshedEqualsRecounted,
} from './sight-properties.ts';

const seed = 20260331;

describe('the line of sight, on thousands of generated histories', () => {
  it('says what the oracle says on any day, and a year ahead', () =>
    engineEqualsOracle({ seed, numRuns: 3000, days: 4 }));
  it('says so on every single day', () => engineEqualsOracleDaily({ seed, numRuns: 60, days: 0 }));
  it('says so after every single append', () => equalAfterEveryAppend({ seed, numRuns: 400, days: 2 }));
  it('covers a child as the oracle does', () => coverageEqualsOracle({ seed, numRuns: 10_000, days: 5 }));
  it('gives each clock one answer on each day', () => piecesPartitionTime({ seed, numRuns: 10_000, days: 0 }));
  it('judges many children as it judges one', () => bulkEqualsPieces({ seed, numRuns: 2000, days: 4 }));
  it('is never made good by knowing less', () => deletingNeverMakesMet({ seed, numRuns: 10_000, days: 8 }));
  it('tells what was known then from what had been recorded then', () =>
    knownThenEqualsToldThen({ seed, numRuns: 3000, days: 3 }));
  it('moves the county by one child as a recount would', () =>
    refreshedEqualsRecounted({ seed, numRuns: 500, days: 2 }));
});
