/**
 * For property tests: an agreement file with one small change, chosen by a number. Fields go, items go, come twice or
 * change places, texts and numbers change. Not every result still has the form of an agreement; the caller checks.
 */
export function variedFile<File>(file: File, choices: readonly number[]): File {
  const copy = JSON.parse(JSON.stringify(file)) as File
  for (const choice of choices) {
    const edits = editsOf(copy)
    edits[choice % edits.length]?.()
  }
  return copy
}

type Edit = () => void

function editsOf(value: unknown): readonly Edit[] {
  if (Array.isArray(value)) return listEdits(value)
  if (typeof value !== 'object' || value === null) return []
  const group = value as Record<string, unknown>
  return Object.keys(group).flatMap((name) => fieldEdits(group, name))
}

function fieldEdits(group: Record<string, unknown>, name: string): readonly Edit[] {
  const remove = (): void => {
    delete group[name]
  }
  const changed = leafEdits(group[name], (value) => {
    group[name] = value
  })
  return [remove, ...changed, ...editsOf(group[name])]
}

function listEdits(list: unknown[]): readonly Edit[] {
  return list.flatMap((item, index) => [
    () => void list.splice(index, 1),
    () => void list.splice(index, 0, JSON.parse(JSON.stringify(item))),
    () => void list.splice(Math.max(0, index - 1), 0, ...list.splice(index, 1)),
    ...leafEdits(item, (changed) => {
      list[index] = changed
    }),
    ...editsOf(item),
  ])
}

function leafEdits(value: unknown, put: (changed: unknown) => void): readonly Edit[] {
  if (typeof value === 'number') return [() => put(value + 1)]
  if (typeof value === 'boolean') return [() => put(!value)]
  if (typeof value !== 'string') return []
  return [
    () => put(`${value} x`),
    () => put(`${value}-2`),
    () => put(value.replace(/\d+/, (digits) => String(Number(digits) + 1))),
    () => put('vendor'),
    () => put('partner'),
    () => put('both'),
  ]
}
