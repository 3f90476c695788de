import type {
  SourceDocument,
  SourceNote,
} from '@entente/domain/agreement/recognition/source-document.ts'
import { blocksOfHtml } from './html-blocks.ts'
import { countedPlaces } from './counted-places.ts'

/** A page saved from a browser or exported from a wiki, as blocks. */
export function readHtml(text: string, unsure: readonly SourceNote[] = []): SourceDocument {
  return { format: 'html', blocks: blocksOfHtml(text, countedPlaces()), unsure }
}
