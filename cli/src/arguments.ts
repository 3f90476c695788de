import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { parseArgs } from 'node:util'

/** One option of a command, as `node:util` parseArgs takes it. `json` and `help` belong to every command. */
export interface OptionForm {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
}

export interface CommandForm<Options extends Readonly<Record<string, OptionForm>>> {
  /** As typed: `audit`, `calendar explain`. */
  readonly command: string
  readonly options: Options
  /** What stands without an option, for example `FILE`; `required` of them must be there, `most` may. */
  readonly operands?: { readonly name: string; readonly required: number; readonly most: number }
}

type OptionValue<Form extends OptionForm> = Form extends { readonly multiple: true }
  ? readonly (Form['type'] extends 'string' ? string : boolean)[]
  : Form['type'] extends 'string'
    ? string
    : boolean

export interface ReadArguments<Options extends Readonly<Record<string, OptionForm>>> {
  readonly values: { readonly [Name in keyof Options]?: OptionValue<Options[Name]> }
  readonly operands: readonly string[]
}

export interface ArgumentRefusal extends Refusal {
  readonly code:
    | 'arguments.unknown-option'
    | 'arguments.missing-value'
    | 'arguments.unexpected-value'
    | 'arguments.missing-operand'
    | 'arguments.too-many-operands'
  readonly value: string
}

/** Reads a command's arguments; the first thing that does not fit is refused by name, with the nearest option. */
export function readArguments<const Options extends Readonly<Record<string, OptionForm>>>(
  argv: readonly string[],
  form: CommandForm<Options>,
): Result<ReadArguments<Options>, ArgumentRefusal> {
  const options: Record<string, OptionForm> = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    ...form.options,
  }
  const help = `See "entente ${form.command} --help".`
  const parsed = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue
    const known = options[token.name]
    if (known === undefined) return refused(unknownOption(token.rawName, options, help))
    const missing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value))
    if (known.type === 'string' && missing && !/^-\d/.test(token.value ?? '')) {
      return refused({
        code: 'arguments.missing-value',
        value: token.rawName,
        sentence: `${token.rawName} needs a value.`,
        fix: `Write ${token.rawName} VALUE. ${help}`,
      })
    }
    if (known.type === 'boolean' && token.inlineValue) {
      return refused({
        code: 'arguments.unexpected-value',
        value: `${token.rawName}=${token.value}`,
        sentence: `${token.rawName} takes no value, but "${token.value}" was given.`,
        fix: `Write ${token.rawName} alone. ${help}`,
      })
    }
  }
  const refusal = checkOperands(parsed.positionals, form, help)
  if (refusal !== undefined) return refused(refusal)
  return accepted({
    values: { ...parsed.values } as ReadArguments<Options>['values'],
    operands: parsed.positionals,
  })
}

function unknownOption(
  rawName: string,
  options: Readonly<Record<string, OptionForm>>,
  help: string,
): ArgumentRefusal {
  const near = nearest(rawName.replace(/^-+/, ''), Object.keys(options))
  return {
    code: 'arguments.unknown-option',
    value: rawName,
    sentence: `There is no option ${rawName}.`,
    fix:
      near === undefined
        ? `${help} A name that begins with "-" stands after "--".`
        : `Did you mean --${near}? ${help}`,
  }
}

function checkOperands(
  operands: readonly string[],
  form: CommandForm<Readonly<Record<string, OptionForm>>>,
  help: string,
): ArgumentRefusal | undefined {
  const { name, required, most } = form.operands ?? { name: 'FILE', required: 0, most: 0 }
  if (operands.length < required) {
    return {
      code: 'arguments.missing-operand',
      value: name,
      sentence: `"entente ${form.command}" needs ${name}, and ${operands.length === 0 ? 'nothing' : `only ${operands.length}`} was given.`,
      fix: `Write "entente ${form.command} ${name}". ${help}`,
    }
  }
  if (operands.length <= most) return undefined
  const extra = operands[most] ?? ''
  return {
    code: 'arguments.too-many-operands',
    value: extra,
    sentence: `"${extra}" is one argument too many for "entente ${form.command}".`,
    fix: `Put a name with spaces in quotes. ${help}`,
  }
}
