import { describe, it } from 'vitest';
import {
  bulkEqualsPieces,
  coverageEqualsOracle,
  deletingNeverMakesMet,
  engineEqualsOracle,
  equalAfterEveryAppend,
  knownThenEqualsToldThen,
  piecesPartitionTime,
  refreshedEqualsRecounted,
} from './sight-properties.ts';

const seed = 20130415;

describe('the line of sight, on generated histories', () => {
  it('says what the oracle says on any day, and a year ahead', () =>
    engineEqualsOracle({ seed, numRuns: 60, days: 3 }));
  it('says so after every single append', () => equalAfterEveryAppend({ seed, numRuns: 8, days: 1 }));
  it('covers a child as the oracle does', () => coverageEqualsOracle({ seed, numRuns: 150, days: 4 }));
  it('gives each clock one answer on each day', () => piecesPartitionTime({ seed, numRuns: 150, days: 0 }));
  it('judges many children as it judges one', () => bulkEqualsPieces({ seed, numRuns: 60, days: 3 }));
  it('is never made good by knowing less', () => deletingNeverMakesMet({ seed, numRuns: 150, days: 5 }));
  it('tells what was known then from what had been recorded then', () =>
    knownThenEqualsToldThen({ seed, numRuns: 60, days: 3 }));
  it('moves the county by one child as a recount would', () =>
    refreshedEqualsRecounted({ seed, numRuns: 12, days: 1 }));
});
