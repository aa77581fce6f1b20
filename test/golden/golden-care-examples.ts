const NOT_ASKED = { notSaid: 'not asked' };
const NOT_IN_SOURCE = { notSaid: 'not in source' };
const NOT_KNOWN = { notSaid: 'not known' };
const ID = '00000000-0000-4000-8000-000000000099';
const account = NOT_ASKED;

type Examples = { readonly [type: string]: unknown };

/** Of children in care, privately fostered or leaving care. */
export const careExamples: Examples = {
  'care-entered': { because: 'abuse-or-neglect', legalStatus: 'interim-care-order', shortBreaks: false },
  'care-ended': { because: 'returned-home-planned', approvedBy: 'the nominated officer', shortBreaks: false },
  'legal-status-changed': { legalStatus: 'care-order' },
  'placement-begun': {
    ...{ episode: ID, kind: 'foster', provider: 'own-council', carer: ID, first: true, visiting: 'ordinary' },
    ...{ intendedUntil18: false, outOfArea: true, atDistance: NOT_KNOWN, registered: NOT_ASKED },
    ...{ place: 'with the carers', postcode: NOT_ASKED, urn: NOT_IN_SOURCE },
  },
  'placement-ended': { episode: ID, because: 'care-plan' },
  'visiting-changed': { episode: ID, visiting: 'parent-care-order', because: 'The court made a care order.' },
  'placement-made-permanent': { episode: ID, decidedBy: NOT_ASKED },
  'long-term-fostering-agreed': { episode: ID, childAgrees: true, agreedBy: 'the team manager' },
  'placement-approved': { episode: ID, what: 'out-of-area', by: 'the nominated officer' },
  'temporary-approval-extended': { episode: ID, until: '2026-05-26', by: NOT_ASKED },
  'temporary-approval-ended': { episode: ID, because: 'Approved in full.' },
  'placement-plan-agreed': { episode: ID, agreedBy: ['the carer', 'the social worker'] },
  'placement-notified': { episode: ID, told: ['the doctor', 'the school'] },
  'care-plan-agreed': { permanencePlan: 'to go home' },
  'reviewing-officer-appointed': { officer: ID, name: 'Olwen Price' },
  'reviewing-officer-spoke-to-child': { alone: true, words: 'I like my room.' },
  'care-review-held': { tookPart: 'spoke-for-self', chairedBy: 'Olwen Price', meeting: true },
  'care-review-decisions-sent': { sentTo: NOT_ASKED },
  'care-review-record-sent': { sentTo: ['the mother'] },
  'review-dispute-raised': { episode: ID, matter: 'The plan has drifted.', raisedBy: 'Olwen Price' },
  'review-dispute-resolved': { episode: ID, outcome: 'A hearing is listed.' },
  'health-assessed': { kind: 'initial', by: 'doctor', account },
  'dental-checked': { account },
  'immunisations-recorded': { upToDate: true },
  'strengths-and-difficulties-recorded': { score: 14, noScoreBecause: NOT_ASKED },
  'health-observed': {
    ...{ healthAssessed: true, teethChecked: true, immunised: false, developmentChecked: NOT_IN_SOURCE },
    ...{ convicted: false, substanceMisuse: false, interventionReceived: NOT_IN_SOURCE },
    ...{ interventionOffered: NOT_IN_SOURCE, strengthsScore: NOT_IN_SOURCE, noScoreBecause: 'child-refused' },
  },
  'education-plan-begun': { school: NOT_ASKED },
  'education-plan-reviewed': { account },
  'school-place-needed': { episode: ID, because: 'The new home is too far from the old school.' },
  'school-place-found': { episode: ID, school: NOT_ASKED },
  'child-went-missing': { episode: ID, kind: 'missing', reportedToPolice: true },
  'child-found': { episode: ID, account },
  'return-interview': { episode: ID, offered: true, held: false, refused: true, by: NOT_ASKED, words: NOT_ASKED },
  'leaving-care-entitled': { category: 'eligible' },
  'leaving-care-needs-assessed': { account },
  'pathway-plan-agreed': { account },
  'pathway-plan-reviewed': { account },
  'adviser-appointed': { adviser: ID, name: NOT_ASKED },
  'adviser-in-touch': { how: 'telephone', words: NOT_ASKED },
  'adviser-visited': { seen: true, words: NOT_ASKED, account },
  'leaver-accommodation-begun': { suitable: true },
  'leaver-detained': { account },
  'leaver-released': { account },
  'leaving-care-ended': { because: NOT_ASKED },
  'leaver-observed': {
    ...{ inTouch: 'yes', activity: 'apprenticeship', fullTime: true, accommodation: 'U', suitable: true },
  },
  'adoption-reported': {
    ...{ decidedOn: '2025-06-02', placementOrderOn: '2025-09-15', fosteringForAdoptionOn: NOT_IN_SOURCE },
    ...{ matchedOn: '2025-12-01', placedOn: NOT_IN_SOURCE, orderOn: NOT_IN_SOURCE },
    ...{ decisionReversedOn: NOT_IN_SOURCE, reversedBecause: NOT_IN_SOURCE, adoptedByFosterCarer: false },
    ...{ adopters: 2, adoptersSex: 'MF', adoptersStatus: 'L11' },
  },
  'private-fostering-notified': { by: 'the carer', plannedFrom: '2026-05-01' },
  'private-fostering-known': { begunOn: NOT_KNOWN },
  'private-fostering-inspected': { childSeenAlone: true, account },
  'private-fostering-ended': { because: NOT_ASKED },
};

/** Of foster carers' own books. */
export const carerExamples: Examples = {
  'carer-assessment-begun': { name: 'Grace and Peter Amadi', kind: 'mainstream' },
  'carer-approved': { name: 'Grace and Peter Amadi', kind: 'mainstream', terms: 'Two children, 0 to 18.', places: 2 },
  'carer-reviewed': { toPanel: true, outcome: NOT_ASKED },
  'carer-views-recorded': { of: ['carer', 'children'], account },
  'carer-approval-ended': { because: 'They retired.' },
  'carer-resigned': { because: NOT_ASKED },
  'supervising-worker-allocated': { worker: ID, workerName: 'Ruth Sayers' },
  'supervising-worker-ended': { because: NOT_ASKED },
  'carer-visited-unannounced': { worker: ID, account },
  'carer-training-completed': { account },
  'carer-supervised': { episode: ID, worker: ID, note: 'All is well.' },
  'supervision-signed': { episode: ID, signedBy: ['Grace Amadi'] },
  'carer-recommendation-made': { episode: ID, recommends: 'to approve' },
  'carer-decided': { episode: ID, decision: 'approved', decidedBy: NOT_ASKED },
  'independent-review-notified': { episode: ID },
  'independent-review-papers-sent': { episode: ID },
  'notifiable-event-happened': { episode: ID, account },
  'notifiable-event-notified': { episode: ID, told: ['Ofsted'] },
  'child-placed-with-carer': { episode: ID, child: ID },
  'child-left-carer': { episode: ID, child: ID },
};

/** Of families, and of where workers belong. */
export const familyExamples: Examples = {
  'adult-recorded': { name: 'Marta Nowak', aliases: ['Marta Kowalska'], bornOn: NOT_KNOWN, sex: 'female' },
  'name-used': { name: 'Zayn Malik Khan', kind: 'known-as', from: NOT_ASKED, until: NOT_ASKED },
  related: { to: ID, as: 'mother', parentalResponsibility: true, from: NOT_ASKED, until: NOT_ASKED },
  'household-joined': { household: ID, address: NOT_ASKED },
  'household-left': { household: ID },
  'address-used': { line: '4 Mill Lane', postcode: 'AB1 2CD', protected: true, from: '2026-01-05' },
  'phone-used': { number: '07700 900123', whose: 'her sister', protected: true, from: NOT_ASKED },
  'place-protection-set': { place: ID, protected: true, unsafe: NOT_ASKED, because: 'A new threat was made.' },
  'worker-moved': { team: ID, because: 'The teams were formed anew.' },
};
