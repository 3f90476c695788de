import { z } from 'zod'

/** The form of every name that other parts of an agreement refer to: `channel-manager`, `vendor-office`. */
export const identifier = z
  .string()
  .regex(
    /^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'use small letters, digits and single hyphens, like "channel-manager"',
  )
  .max(64)

/** One line of text that a person reads. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .meta({ pattern: String.raw`\S` })

/** A paragraph or several, in the words of the record. */
export const prose = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .meta({ pattern: String.raw`\S` })
