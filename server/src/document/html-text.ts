import type { parseDocument } from 'htmlparser2'

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number]
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>

export const isElement = (node: HtmlNode): node is HtmlElement => 'attribs' in node

const isText = (node: HtmlNode): node is Extract<HtmlNode, { readonly data: string }> =>
  'data' in node && node.nodeType === 3

export const elementsIn = (node: HtmlElement): HtmlElement[] => node.children.filter(isElement)

/** The lines of text in some nodes, apart at line breaks and blocks; a box that can be ticked is its sign. */
export function textLines(nodes: readonly HtmlNode[]): string[] {
  const parts: string[] = []
  collect(nodes, parts, 0)
  return parts
    .join('')
    .split('\n')
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

function collect(nodes: readonly HtmlNode[], parts: string[], depth: number): void {
  if (depth > 200) return
  for (const node of nodes) {
    if (isText(node)) parts.push(node.data.replace(/\s+/g, ' '))
    if (!isElement(node)) continue
    if (node.name === 'br') parts.push('\n')
    else if (node.name === 'input') parts.push('checked' in node.attribs ? '☑ ' : '☐ ')
    else if (node.name === 'img') parts.push(node.attribs['alt'] ?? '')
    else if (!/^(?:script|style)$/.test(node.name)) {
      const isBlock = /^(?:p|div|li|tr|h[1-6]|table)$/.test(node.name)
      if (isBlock) parts.push('\n')
      if (/^t[dh]$/.test(node.name)) parts.push(' ')
      collect(node.children, parts, depth + 1)
      if (isBlock) parts.push('\n')
    }
  }
}
