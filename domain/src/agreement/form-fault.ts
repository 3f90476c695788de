import type { z } from 'zod'
import { nearest } from '../kernel/nearest.ts'
import { pointer, valueAt } from './pointer.ts'
import { knownFields } from './form-schema.ts'
import { formSentence, nameOf, shown, type FormSentence } from './form-sentence.ts'

/** One place where a file does not have the form of an agreement. */
export interface FormFault {
  readonly code: string
  /** JSON Pointer, RFC 6901. */
  readonly path: string
  /** What stands there; undefined where something is missing. */
  readonly value: unknown
  /** Whether the name of the field is wrong or what stands in it. */
  readonly at: 'name' | 'value'
  readonly sentence: string
  readonly fix: string
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** As many as anybody mends in one sitting. */
const mostFaults = 200

/** The faults behind zod's issues, one for each place, in words of the file rather than of its types. */
export function faultsOf(issues: readonly Issue[], data: unknown): readonly FormFault[] {
  const faults = withoutEchoes(
    issues.slice(0, mostFaults + 1).flatMap((issue) => faultsOfIssue(issue, [], data)),
  ).slice(0, mostFaults + 1)
  if (faults.length <= mostFaults) return faults
  const more: FormFault = {
    code: 'form.more',
    path: '',
    value: undefined,
    at: 'value',
    sentence: `More than ${mostFaults} places do not have the form of an agreement.`,
    fix: 'Mend those that are named; the others are named then.',
  }
  return [...faults.slice(0, mostFaults), more]
}

/** One value can fail several checks at once; the last of them is the narrowest. */
const withoutEchoes = (faults: readonly FormFault[]): readonly FormFault[] => [
  ...new Map(faults.map((one) => [`${one.at} ${one.path}`, one])).values(),
]

function faultsOfIssue(issue: Issue, base: Path, data: unknown): readonly FormFault[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostFaults + 1).map((key) => unknownField(path, key, data))
  }
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors)
    if (branch !== undefined) return branch.flatMap((inner) => faultsOfIssue(inner, path, data))
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return issue.issues.flatMap((inner) => [
      {
        ...fault(formSentence(inner, path.slice(0, -1), path.at(-1)), path, path.at(-1)),
        at: 'name' as const,
      },
    ])
  }
  const value = valueAt(data, path)
  return [fault(formSentence(issue, path, value), path, value)]
}

const fault = (facts: FormSentence, path: Path, value: unknown): FormFault => ({
  ...facts,
  path: pointer(path),
  value,
  at: 'value',
})

/** The branch that the writer meant: the one that fits the value's kind and complains least. */
export function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter(
    (branch) => !branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  )
  return fitting.toSorted((a, b) => a.length - b.length)[0]
}

function unknownField(path: Path, key: string, data: unknown): FormFault {
  const known = knownFields(path)
  const near = nearest(key, known)
  const place = path.length === 0 ? 'an agreement' : `"${nameOf(path)}"`
  return {
    code: 'form.unknown-field',
    path: pointer([...path, key]),
    value: valueAt(data, [...path, key]),
    at: 'name',
    sentence: `There is no field ${shown(key)} in ${place}.`,
    fix:
      near === undefined
        ? `Delete it, or use one of ${known.join(', ')}.`
        : `Did you mean "${near}"?`,
  }
}
