/** The two sides of every agreement. A commitment is owed by one and waited for by the other. */
export type Side = 'vendor' | 'partner'

export const sides: readonly Side[] = ['vendor', 'partner']

export const otherSide = (side: Side): Side => (side === 'vendor' ? 'partner' : 'vendor')
