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
    const surplus =
      issue.code === 'too_big'
        ? cutShort(copy, issue.path as (string | number)[], Number(issue.maximum))
        : undefined
    if (surplus !== undefined) {
      left.push(...surplus)
      continue
    }
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

const mostNotes = 1000
const mostLetters = 20_000

/** Every word that was not understood, in as many notes as the form allows: long ones apart, too many together. */
function notesOf(left: readonly SourceNote[]): Pick<AgreementFile, 'notes'> {
  const size = Math.ceil(left.length / mostNotes)
  const groups = Array.from({ length: Math.ceil(left.length / Math.max(size, 1)) }, (_, index) =>
    left.slice(index * size, (index + 1) * size),
  )
  const notes = groups.flatMap((group) => {
    const text = group.map((note) => note.text).join('\n')
    const source = clipLine([...new Set([group[0]?.source, group.at(-1)?.source])].join(' to '))
    const parts = Array.from({ length: Math.ceil(text.length / mostLetters) }, (_, index) =>
      text.slice(index * mostLetters, (index + 1) * mostLetters),
    )
    return parts.filter((part) => part.trim() !== '').map((part) => ({ source, text: part }))
  })
  return notes.length === 0 ? {} : { notes: notes.slice(0, mostNotes) }
}

/** A list longer than the form allows keeps its first entries; each of the others becomes a note. */
function cutShort(
  root: Json,
  path: readonly (string | number)[],
  most: number,
): SourceNote[] | undefined {
  let list: unknown = root
  for (const key of path) list = (list as Json | undefined)?.[key]
  if (!Array.isArray(list) || list.length <= most) return undefined
  const rest = (list as unknown[]).splice(most)
  return rest.map((value) => ({
    source: 'the draft',
    text: `${path.join('.')}: ${clipLine(tidy(JSON.stringify(value)))}`,
  }))
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
