import type { LocalDate } from '../../src/kernel/local-date.ts';

/** A census of an invented county, as data: what `writeCensus` writes. Codes are those of the census. */
export type InventedCensus = {
  /** The year in which the collection ends: 2026 is April 2025 to March 2026. */
  readonly year: number;
  readonly children: readonly InventedChild[];
};

export type InventedChild = {
  readonly id: string;
  readonly upn?: string;
  readonly formerUpn?: string;
  readonly upnUnknown?: string;
  readonly bornOn?: LocalDate;
  readonly expectedOn?: LocalDate;
  readonly sex: 'M' | 'F' | 'U';
  readonly diedOn?: LocalDate;
  readonly ethnicity: string;
  readonly disabilities: readonly string[];
  readonly episodes: readonly InventedEpisode[];
};

export type InventedEpisode = {
  readonly referredOn: LocalDate;
  readonly source: string;
  readonly need?: string;
  readonly closedOn?: LocalDate;
  readonly closedBecause?: string;
  /** Of a child who moved here with a plan: a conference without an enquiry of ours. */
  readonly conferenceOn?: LocalDate;
  readonly noFurtherAction: boolean;
  readonly assessments: readonly {
    readonly begunOn: LocalDate;
    readonly reviewedOn?: LocalDate;
    readonly authorisedOn?: LocalDate;
    readonly factors: readonly string[];
  }[];
  readonly needPlans: readonly { readonly begunOn: LocalDate; readonly endedOn?: LocalDate }[];
  readonly enquiries: readonly {
    readonly begunOn: LocalDate;
    readonly targetOn?: LocalDate;
    readonly conferenceOn?: LocalDate;
    readonly conferenceNotRequired: boolean;
  }[];
  readonly plans: readonly {
    readonly begunOn: LocalDate;
    readonly endedOn?: LocalDate;
    readonly firstCategory: string;
    readonly latestCategory: string;
    readonly plansBefore: number;
    readonly reviewedOn: readonly LocalDate[];
  }[];
};
