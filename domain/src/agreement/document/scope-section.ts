import type { Agreement } from '../agreement.ts'
import { fact, facts, missing, paragraphs, type Block } from './block.ts'

/** Section 1. What the partnership covers. */
export function scopeBlocks({ scope }: Agreement): Block[] {
  if (!scope) return [missing()]
  return [
    ...(scope.summary === undefined ? [] : paragraphs(scope.summary)),
    facts(
      fact('Products', listed(scope.products)),
      fact('Territories', listed(scope.territories)),
      fact('Segments', listed(scope.segments)),
      fact('Not covered', listed(scope.exclusions)),
    ),
  ]
}

const listed = (items: readonly string[] | undefined): string | undefined => items?.join('; ')
