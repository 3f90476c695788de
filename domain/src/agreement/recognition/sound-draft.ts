import { agreementFile, type AgreementFile } from '../agreement.ts'
import type { SourceNote } from './source-document.ts'
import { clipLine, tidy } from './wording.ts'

/** A draft that has the form of an agreement, with everything not understood as its notes. */
export interface SoundDraft {
  readonly draft: AgreementFile
  readonly notUnderstood: readonly SourceNote[]
}

type Json = Record<string, unknown>

/**
 * The draft with its notes. A value that the form refuses although a reader took it becomes a note too: a draft that
 * cannot be opened would lose everything for the sake of one word. Each round takes one value out, so it ends.
 */
export function soundDraft(file: AgreementFile, notUnderstood: readonly SourceNote[]): SoundDraft {
  const copy = JSON.parse(JSON.stringify(file)) as Json
  const left = [...notUnderstood]
  for (;;) {
    const draft = { ...copy, ...notesOf(left) } as unknown as AgreementFile
    const [issue] = agreementFile.safeParse(draft).error?.issues ?? []
    if (issue === undefined) return { draft, notUnderstood: left }
    const removed = takeOut(copy, issue.path as (string | number)[])
    if (removed === undefined) {
      throw new Error(`a draft of a form nobody foresaw: ${issue.path.join('.')}: ${issue.message}`)
    }
    left.push({
      source: 'the draft',
      text: `${issue.path.join('.')}: ${removed} (${issue.message})`,
    })
  }
}

function notesOf(left: readonly SourceNote[]): Pick<AgreementFile, 'notes'> {
  const notes = left
    .slice(0, 1000)
    .map(({ source, text }) => ({ source: clipLine(source), text: text.slice(0, 20_000) }))
  return notes.length === 0 ? {} : { notes }
}

/** Takes out the value at a path, or the nearest thing around it that is there; gives its words. */
function takeOut(root: Json, path: readonly (string | number)[]): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    let parent: unknown = root
    for (const key of path.slice(0, length - 1)) parent = (parent as Json | undefined)?.[key]
    const key = path[length - 1] as string | number
    const value = (parent as Json | undefined)?.[key]
    if (value === undefined || (length === 1 && (key === 'id' || key === 'parties'))) continue
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete (parent as Json)[key]
    return clipLine(tidy(JSON.stringify(value)))
  }
  return undefined
}
