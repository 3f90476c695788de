import { fold, withoutNumber } from './wording.ts'

/** What a heading announces. `other` is a heading whose words say nothing an agreement holds. */
export type SectionKind =
  | 'front'
  | 'parties'
  | 'scope'
  | 'responsibilities'
  | 'targets'
  | 'hours'
  | 'pauses'
  | 'breach-cost'
  | 'escalation'
  | 'delivery'
  | 'customer-renewals'
  | 'reporting'
  | 'term'
  | 'contacts'
  | 'signatures'
  | 'other'

// Read from the top: "Escalation reports" is about escalation, "Service credits" is not about service levels.
const wordings: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'other',
    /governing law|confidential|liabilit|indemnit|intellectual property|data protection|force majeure|miscellaneous|^definitions?(?: and interpretation)?$|gerichtsstand|haftung|vertraulich|datenschutz|schlussbestimmung|begriff/,
  ],
  [
    'signatures',
    /^(?:signatures?|signatories|execution|signed|unterschrift(?:en)?|acceptance and signatures?|acceptance of (?:this|the) agreement|sign-?off)\b/,
  ],
  [
    'breach-cost',
    /service credit|penalt|remed(?:y|ies)|liquidated damages|cost of (?:a )?breach|consequences? of (?:a )?breach|vertragsstrafe|pönale|gutschrift/,
  ],
  [
    'pauses',
    /\bpaus|clock stop|stop(?:ping)? (?:of )?the clock|suspension of (?:time|the clock|targets)|on hold|zeitstopp|aussetzung/,
  ],
  [
    'hours',
    /^hours$|(?:business|working|support|service|office|opening|operating|operational|coverage|desk) (?:hours|days|time|window)|hours of (?:operation|coverage|service|support|business)|(?:public )?holidays|geschäftszeit|servicezeit|supportzeit|öffnungszeit|arbeitszeit|bürozeit|feiertag|betriebszeit/,
  ],
  [
    'escalation',
    /escalat|eskalation|who to call|(?:if|when) (?:it|things?|something|anything) (?:goes|go|gets|get) (?:wrong|stuck)/,
  ],
  [
    'targets',
    /response|respond|resolution|turnaround|service[- ]levels?(?! agreement)|service targets?|sla (?:targets?|metrics)|support levels?|priorit|severit|incident|performance (?:levels?|standards?|targets?)|how fast|reaktionszeit|antwortzeit|lösungszeit|prioritäten|störung|bearbeitungszeit/,
  ],
  [
    'customer-renewals',
    /customer renewals?|renewals? (?:management|process|handling|of customers)|kundenverlängerung/,
  ],
  [
    'responsibilities',
    /responsib|\broles?\b|raci\b|(?:who )?(?:does|owns|handles) what|^ownership$|division of (?:labou?r|work)|\bdut(?:y|ies)\b|obligations?|\bactivities\b|\btasks\b|zuständigkeit|verantwort|aufgaben|pflichten|rollen/,
  ],
  [
    'delivery',
    /deliver(?!y of reports)|hand-?over|acceptance (?:criteria|test|of)|^acceptance$|change (?:request|control|management)|^changes$|milestones?|lieferung|abnahme|übergabe|änderungs/,
  ],
  [
    'reporting',
    /report|reviews?\b|cadence|governance|meetings?|rituals?|touch ?points?|check-?ins|rhythm|\bqbrs?\b|berichts?|besprechung|regeltermin|abstimmung/,
  ],
  [
    'term',
    /\bterms?\b(?! (?:and conditions|of (?:payment|reference)))|terminat|\bduration\b|renewal|notice period|expiry|expiration|\bexit\b|how (?:it|this|we) ends?|\bending\b|leaving|laufzeit|kündigung|vertragsdauer|beendigung|inkrafttreten|commencement|effective date/,
  ],
  ['contacts', /contacts?|key people|points? of contact|named people|ansprechpartner|kontakte?/],
  [
    'scope',
    /\bscope\b|purpose|subject matter|what (?:is|this) cover|coverage|territor|products?\b|services covered|covered services|background|recitals|overview|introduction|geltungsbereich|gegenstand|umfang|\bgebiet|geltung|zweck|präambel/,
  ],
  ['parties', /^(?:the )?(?:contracting )?part(?:y|ies)\b|^between\b|vertragspart|^zwischen\b/],
]

const title = /agreement|contract|vertrag|vereinbarung|memorandum|charter/

/** The section a heading opens. The document's own title opens the front matter. */
export function readSection(heading: string): SectionKind {
  const words = fold(withoutNumber(heading.slice(0, 300))).replace(/[:.]$/, '')
  if (
    title.test(words) &&
    !/term|terminat|scope|part(?:y|ies)|acceptance|end|gegenstand|dauer|laufzeit|partei/.test(words)
  )
    return 'front'
  for (const [kind, wording] of wordings) if (wording.test(words)) return kind
  return 'other'
}

/** Whether a short line without heading style reads like a heading: numbered, or alone with a known wording. */
export function readsLikeHeading(text: string): boolean {
  if (text.length > 70 || /[.;,!?]$/.test(text) || /\d\s*$/.test(text)) return false
  const bare = withoutNumber(text).replace(/:$/, '')
  if (/[:|=→]|^\[/.test(bare)) return false
  const words = bare.split(/\s+/).length
  if (words > 7 || readSection(text) === 'other') return false
  const isNumbered =
    bare !== text.replace(/:$/, '') && /^(?:section|article|§|\d{1,2}(?:[.)]|\.0)?\s)/i.test(text)
  const isCapitals = bare === bare.toUpperCase() && /[A-Z]{4}/.test(bare)
  return isNumbered || isCapitals || (words <= 4 && wholeHeading.test(fold(bare)))
}

const wholeHeading =
  /^(?:who does what|how fast we (?:respond|answer)|who to call|how it ends|what (?:we|it) covers?|(?:the )?parties|scope(?: of (?:the )?(?:agreement|services|partnership))?|(?:roles (?:and|&) )?responsibilities|responsibility matrix|raci(?: matrix)?|response times?(?: (?:and|&) resolution(?: times?)?)?|response (?:and|&) resolution(?: times?)?|service levels?|escalation(?: (?:path|procedure|process|matrix|levels?|ladder))?|report(?:s|ing)(?: (?:and|&) reviews?)?|governance|meetings|term(?: (?:and|&) termination)?|termination|renewal|delivery(?: (?:and|&) acceptance)?|acceptance|(?:business|support|service|working) hours|service credits|contacts?|signatures?|geltungsbereich|zuständigkeiten|reaktionszeiten|eskalation|berichtswesen|laufzeit(?: und kündigung)?|kündigung|servicezeiten|vertragsparteien)$/
