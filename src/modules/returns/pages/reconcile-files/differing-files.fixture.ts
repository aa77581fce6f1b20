import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { ANNEX_LISTS } from '../../core/annex-a/annex-lists.ts';

const ASSESSMENT = `<Assessments><AssessmentActualStartDate>2025-11-04</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-12-15</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>10A</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>`;

/** A child of the census, born 4 May 2015 and female, with one referral and one assessment. */
export const censusChild = (
  id: string,
  assessed = true,
): string => `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><UPNunknown>UN1</UPNunknown>
<PersonBirthDate>2015-05-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>MWBA</Ethnicity>
<Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics><CINdetails><CINreferralDate>2025-11-03</CINreferralDate>
<ReferralSource>5D</ReferralSource><PrimaryNeedCode>N3</PrimaryNeedCode>${assessed ? ASSESSMENT : ''}<ReferralNFA>0</ReferralNFA></CINdetails></Child>`;

export const census = (...children: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>926</LEA><SoftwareCode>Elsewhere</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>
<DateTime>2026-04-20T09:00:00</DateTime></Source></Header><Children>${children.join('')}</Children></Message>`;

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** The same children as the lists of Annex A have them: the assessment was authorised six weeks later. */
export const annexRows = (id: string, born: string, sex: string): Readonly<Record<number, Cells>> => {
  const who = { 'Child Unique ID': id, Gender: sex, Ethnicity: 'a) WBRI', 'Date of Birth': day(born) };
  return {
    3: { ...who, 'Date of referral': day('2025-11-03'), 'Referral Source': 'q) 5D: ' },
    4: {
      ...who,
      'Continuous Assessment Start Date': day('2025-11-04'),
      'Continuous Assessment Date of Authorisation': day('2026-01-30'),
    },
  };
};

/** The lists of these children, written into that folder. */
export async function workbook(
  folder: string,
  ...children: readonly Readonly<Record<number, Cells>>[]
): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const { number, columns } of ANNEX_LISTS) {
    const sheet = book.addWorksheet(`List ${number}`);
    sheet.addRow(columns.map(({ heading }) => heading));
    for (const rows of children) {
      const cells = rows[number];
      if (cells) sheet.addRow(columns.map(({ heading }) => cells[heading] ?? null));
    }
  }
  const file = path.join(folder, `${Math.random()}.xlsx`);
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
  return file;
}
