import { expect, test } from 'vitest';
import { readWhole, samplePath, textOfSample, type WholeCensus } from '../../../../../test/census/census-in-tests.ts';

const countsOf = ({ children }: WholeCensus) => ({
  children: children.length,
  withoutId: children.filter(({ laChildId }) => laChildId === null).length,
  rows: children.reduce((sum, { rows }) => sum + rows.length, 0),
  setAside: children.reduce((sum, { setAside }) => sum + setAside.length, 0),
});

/** Occurrences of the elements that are rows, straight from the text. */
function rowsInText(xml: string): number {
  const rows =
    /<(ChildIdentifiers|ChildCharacteristics|Disability|CINdetails|Assessments|AssessmentFactors|CINPlanDates|Section47|ChildProtectionPlans|CPPreviewDate|PreProceedingsandFGDM)[\s/>]/g;
  return [...xml.matchAll(rows)].length;
}

test.each([
  ['cin_valid_2025-26_400children.xml', 399, 0],
  ['cin_valid_2025-26_bool01_xsdstrict.xml', 297, 0],
  ['cin_invalid_2025-26.xml', 150, 0],
  ['cin_missing_id_crashes_d2i.xml', 20, 1],
])('%s: every child and every row is answered for', (name, children, withoutId) => {
  const xml = textOfSample(samplePath(name));
  const whole = readWhole(xml);
  expect(countsOf(whole)).toMatchObject({ children, withoutId, rows: rowsInText(xml) });
});
