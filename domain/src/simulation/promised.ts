/** The two promises of work that a log can show. */
export const promises = ['response', 'resolution'] as const
export type Promised = (typeof promises)[number]
