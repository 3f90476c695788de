import { TextRun, type IRunOptions } from 'docx'
import type { Tone } from '@entente/domain/agreement/document/block.ts'
import { ink } from './word-style.ts'

/** Text as it is, a run for each line. */
export const words = (text: string, options: IRunOptions = {}): TextRun[] =>
  text
    .split('\n')
    .map(
      (part, index) => new TextRun({ ...options, text: part, ...(index > 0 ? { break: 1 } : {}) }),
    )

export const toned = (tone: Tone, text: string, options: IRunOptions = {}): TextRun[] =>
  words(text, { ...options, ...tones[tone] })

const tones: Readonly<Record<Tone, IRunOptions>> = {
  plain: {},
  quiet: { color: ink.quiet },
  missing: { color: ink.missing, italics: true },
}
