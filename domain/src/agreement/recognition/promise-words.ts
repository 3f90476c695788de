import { fold } from './wording.ts'

export type CasePromise = 'case.response' | 'case.workaround' | 'case.resolution' | 'case.update'

const workaround = /work-?around|temporary (?:fix|solution)|umgehung|interim/
const response =
  /respon(?:se|d)|reply|replied|reaction|react\b|acknowledg|\backs?\b|\backed\b|first (?:contact|answer)|\banswer(?:ed|s|ing)?\b|\bpick-?up\b|antwort|reaktion|reagier|rückmeldung|beantwort|\bttr?esp\b/
const resolution =
  /resol(?:ution|ve[ds]?|ving)|\bfix(?:ed|es)?\b|repair|restor(?:ed?|ation)|solution|solved?\b|closure|closed\b|completion|lösung|gelöst|lösen|behebung|behoben|wiederherstell|entstör|remed(?:y|ied)/
const update =
  /update|status (?:report|information|message)|progress report|communication frequency|aktualisierung|zwischenstand|statusmeldung|zwischenbescheid/

/** The promise that a header or a phrase names. A workaround is a promise of its own beside the resolution. */
export function readPromise(text: string): CasePromise | undefined {
  const words = fold(text)
  const places = [
    ['case.workaround', words.search(workaround)],
    ['case.response', words.search(response)],
    ['case.resolution', words.search(resolution)],
    ['case.update', words.search(update)],
  ] as const
  const found = places.filter(([, place]) => place >= 0).sort(([, one], [, other]) => one - other)
  // "Response time to updates" and "status updates until resolution" are about what they begin with.
  return found[0]?.[0]
}

/** Every promise that a header names, in its order: "Response / Resolution". */
export function readPromises(text: string): CasePromise[] {
  const parts = fold(text).split(/[/&+,]|\band\b|\bund\b/)
  const read = parts.map(readPromise).filter((one) => one !== undefined)
  return [...new Set(read)]
}

const subjects: readonly (readonly [string, RegExp])[] = [
  [
    'registration.decision',
    /deal[- ]reg(?:istration)?s?\b|opportunity registration|registration (?:decision|approval|request)|deal[- ]?registrierung|projektschutz/,
  ],
  [
    'lead.contact',
    /lead (?:follow[- ]?up|contact)|follow[- ]?up (?:of|on|with) (?:a )?leads?|contact(?:ing)? (?:of |a |the )?(?:new )?leads?|first contact with (?:a )?leads?|nachfassen/,
  ],
  [
    'lead.acceptance',
    /(?:accept|reject|acknowledg)\w* (?:of )?(?:a |the |new )?leads?|lead (?:acceptance|assignment|response|acknowledg\w+|handling|distribution)|leads? (?:must be|are|is) accepted|lead-?annahme/,
  ],
  [
    'fund-request.decision',
    /(?:mdf|market development funds?|co-?op|funding|fund)s? (?:(?:is|are|will be) )?(?:request|approv|application|decision|decided|pre-?approv)/,
  ],
  [
    'claim.payment',
    /(?:claim|rebate|commission|mdf) (?:payment|payout|reimbursement|settlement)s?|(?:claims?|rebates?|commissions?) (?:is|are|will be|shall be) (?:paid|reimbursed|settled)|(?:payment|reimbursement) of (?:claims?|commissions?|rebates?)/,
  ],
  [
    'request.answer',
    /quot(?:e|ation)s?|pricing|price requests?|general (?:enquir|inquir|quer)|(?:sales|presales|pre-sales|business|partner|marketing|technical) (?:request|quer|enquir|inquir|question)|e-?mails?\b|(?:requests?|enquir(?:y|ies)|inquir(?:y|ies)|anfragen?)\b/,
  ],
  ['delivery.acceptance', /acceptance of (?:a |the )?(?:deliver|work)|delivery acceptance|abnahme/],
  ['delivery.handover', /hand-?over|übergabe/],
]

/** The kind of work that a row names, where it is not a case: "Deal registration approval" → registration.decision. */
export function readWorkKind(text: string): string | undefined {
  const words = fold(text)
  return subjects.find(([, form]) => form.test(words))?.[0]
}
