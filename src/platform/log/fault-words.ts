/**
 * The words that a fault's message keeps in the log: what databases, files, networks and our own faults are made of. Every other
 * word may be a child's, and goes. Words that are also first or family names (will, may, long, read, page) are left out.
 */
const WORDS = `
a an the and or not no of in on at to for from by with without as than that this which is are was were be been has have had does did do it its
abort aborted access account address after again against already an another answer append application argument arguments array assertion
attempt authentication backup bad because before body book boolean broken buffer bytes call called cancel canceling cancelled cannot cascade
certificate change changed character check child children cipher circular client close closed code column columns command commit conflict
connect connection constraint contain contains content could create current data database date deadlock decrypt default defined denied
destroyed detected did different directory disk division does double driver duplicate empty encoding end ended ends entry entries error
exceeded exist exists expected expired failed failure false fault field fields file files find first float folder foreign form format found
function gone hash head header heads house id idle index input insert instance integer interrupted invalid item job json key keys kind known
language last left length level limit line lines list loading local lock locked log long-running lost made malformed many match matching
maximum memory message method migration missing module more must name named need needs network new none nothing null number numeric object
only open operation operator option options order out outside over overflow owner parameter parse parsing part password path pattern
permission person place policy pool port position privilege process promise property protocol query reached reading reason record refused
relation relations remote request require required reset resource response result returned role roles root row rows rule run running salt
schema seal sealed select sequence serialize server session set size snapshot socket source space stack start started state statement status
stopped stream string such syntax system table tables terminated text thread time timed timeout timestamp tls too transaction trigger true
type undefined unexpected unhandled unique unknown unreachable unsupported until update upload user using utf valid value values version
violates wait waiting wanted while word words write writing written wrong zero zone
`;

const KNOWN: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));

/** Keeps of a message the words that can be nobody's, in their order; each run of others becomes an ellipsis. */
export const knownWords = (message: string): string =>
  (message.slice(0, 2_000).match(/[\p{L}\p{N}\p{M}_’'-]+/gu) ?? [])
    .map((word) => (KNOWN.has(word.toLowerCase()) ? word : '…'))
    .filter((word, at, all) => word !== '…' || all[at - 1] !== '…')
    .join(' ')
    .slice(0, 500);
