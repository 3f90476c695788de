import { fold, tidy } from './wording.ts'

export type RaciLetter = 'R' | 'A' | 'C' | 'I'

/** What one cell of a responsibilities matrix says. */
export type Mark =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'cross' }
  | {
      readonly kind: 'raci'
      readonly letters: readonly RaciLetter[]
      readonly assumed?: string | undefined
    }

export interface ReadMark {
  readonly mark: Mark
  /** Words beside the mark: "✓ (EMEA only)". */
  readonly rest: string
}

const ticks =
  /^(?:[✓✔✅☑☒√●•■◆⬤◉★*]|[🟢🟩👍🔵🟦👉]|\(x\)|\[x\]|yes|y|ja|j|true|x|☓|×|✖|responsible party|owns)$/u
const crosses = /^(?:[✗✘❌☐□○⬜✕]|\[ ?\]|\( ?\)|no|n|nein|false|n\/?a|none|[-–—]+|\.+|0)$/
const words: readonly (readonly [RegExp, readonly RaciLetter[], string | undefined])[] = [
  [/^(?:accountable|rechenschaftspflichtig|gesamtverantwort\w*)$/, ['A'], undefined],
  [/^(?:responsible|verantwortlich|durchführung|performs?|executes?|does it)$/, ['R'], undefined],
  [
    /^(?:consulted|consult|to be consulted|advises|advisory|konsultiert|beratend|mitwirkung)$/,
    ['C'],
    undefined,
  ],
  [/^(?:informed|inform|to be informed|notified|informiert|information)$/, ['I'], undefined],
  [
    /^(?:leads?|lead party|primary|prime|owner|main|federführend|hauptverantwortlich|p)$/,
    ['A', 'R'],
    '"lead" is read as accountable and responsible',
  ],
  [
    /^(?:supports?|supporting|secondary|assists?|contributes?|contributor|helps?|participates?|unterstützt|unterstützend|unterstützung|s)$/,
    ['R'],
    '"support" is read as responsible, that is, doing a part of the work',
  ],
  [
    /^(?:approves?|approver|approval|signs? off|genehmigt|freigabe)$/,
    ['A'],
    '"approves" is read as accountable',
  ],
]

/** Reads a cell; undefined where it is no mark at all. Footnote signs behind a mark do not count. */
export function readMark(text: string): ReadMark | undefined {
  const plain = tidy(text)
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹⁰†‡]+$/, '')
    .replace(/(?<=[✓✔☑xX])\s*\*+$/, '')
    .trim()
  if (plain === '') return { mark: { kind: 'nothing' }, rest: '' }
  const whole = readWhole(plain)
  if (whole !== undefined) return { mark: whole, rest: '' }
  const split =
    /^(\S{1,12}|yes|no)\s*[-–,:;(]\s*(.+?)\)?$/i.exec(plain) ?? /^([✓✔✅☑●•])\s*(.+)$/.exec(plain)
  const first = split?.[1] === undefined ? undefined : readWhole(split[1])
  if (first === undefined || first.kind === 'nothing' || split?.[2] === undefined) return undefined
  const letters = readWhole(split[2])
  if (first.kind === 'raci' && letters?.kind === 'raci') {
    return {
      mark: { ...first, letters: [...new Set([...first.letters, ...letters.letters])] },
      rest: '',
    }
  }
  return { mark: first, rest: split[2] }
}

function readWhole(text: string): Mark | undefined {
  const plain = fold(text).replace(/\s*[*.]$/, '') || fold(text)
  if (/^[✓✔✅☑●•■x*](?:\s*[✓✔✅☑●•■x*])*$/.test(plain) || ticks.test(plain)) return { kind: 'tick' }
  if (crosses.test(plain)) return { kind: 'cross' }
  const letters = readLetters(text)
  if (letters !== undefined) return letters
  const word = words.find(([form]) => form.test(plain))
  if (word === undefined) return undefined
  return { kind: 'raci', letters: word[1], ...(word[2] === undefined ? {} : { assumed: word[2] }) }
}

/** `R`, `A/R`, `ra`, "R, A", `R (A)`; with S for support, as in RASCI. German VDMI and D for driver are not guessed. */
function readLetters(text: string): Mark | undefined {
  const plain = tidy(text)
    .toUpperCase()
    .replace(/[()[\]]/g, ' ')
    .trim()
  if (!/^[RACIS](?:[\s/,;&+|-]*[RACIS]){0,4}\*?$/.test(plain)) return undefined
  const named = [...new Set(plain.match(/[RACIS]/g) ?? [])]
  if (named.length === 1 && named[0] === 'S')
    return {
      kind: 'raci',
      letters: ['R'],
      assumed: '"S" is read as support: responsible for a part of the work',
    }
  if (new Set(plain.match(/[RACIS]/g)).size !== plain.match(/[RACIS]/g)?.length) return undefined
  const letters = named.map((letter) => (letter === 'S' ? 'R' : letter)) as RaciLetter[]
  return { kind: 'raci', letters: [...new Set(letters)] }
}

export const isMark = (text: string): boolean => readMark(text) !== undefined
